#include "web/hear/replied_in_time.hpp"

#include "web/hear/share_values.hpp"

#include <algorithm>

namespace throughline::web {

std::vector<RepliedMonthView> replied_months(store::Reader& reader, const Call& call,
                                             hear::RepliesTo whom) {
  const auto today = call.work.today();
  auto months =
      hear::replies_by_month(reader, call.work, base::add_months(today, -11), today, whom);
  std::ranges::reverse(months);
  std::vector<RepliedMonthView> views;
  for (const auto& each : months) {
    if (each.all == 0) continue;
    views.push_back({base::to_month_text(each.month), each.in_time, each.all,
                     std::to_string(100 * each.in_time / each.all) + "%"});
  }
  return views;
}

http::Response keep_replied_shares(Call& call, hear::RepliesTo whom,
                                   const std::string& counted_from) {
  const auto today = call.work.today();
  const auto months = call.database.read([&](store::Reader& reader) {
    return hear::replies_by_month(reader, call.work, first_counted_month(today),
                                  last_counted_day(today), whom);
  });
  std::vector<MonthShare> shares;
  for (const auto& each : months) shares.push_back({each.month, each.in_time, each.all});
  return keep_shares(call, shares, counted_from, "No reply was due in a month that is over");
}

}  // namespace throughline::web
