#include "understand/theme_counts.hpp"

#include "store/dialect.hpp"
#include "understand/understand.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace throughline::understand {
namespace {

constexpr std::int64_t fewest_compared = 10;
constexpr double chance = 3.0;

base::Date first_of_month(base::Date date) {
  return {date.year() / date.month() / 1};
}

// "4 more than", "2 fewer than", "the same as".
std::string against(std::int64_t now, std::int64_t before) {
  if (now == before) return "the same as";
  return std::to_string(std::abs(now - before)) + (now > before ? " more than" : " fewer than");
}

std::string month_name(base::Date month) {
  const auto text = base::to_month_text(month);
  return text.substr(0, text.find(' '));
}

}  // namespace

std::vector<MonthCount> theme_counts(store::Reader& reader, const std::string& authority_id,
                                     const std::string& theme_ref, base::Date from, base::Date to,
                                     const std::vector<hear::Kind>& kinds) {
  std::string sql =
      "select substr(received, 1, 7), count(*) from case_themes "
      "where authority_id = $1 and theme_ref = $2 and received >= $3 and received <= $4";
  store::Values values{authority_id, theme_ref, base::to_text(from), base::to_text(to)};
  if (!kinds.empty()) {
    sql += " and kind in " + store::placeholders(values.size() + 1, kinds.size());
    for (const auto kind : kinds) values.emplace_back(std::string(hear::to_text(kind)));
  }
  std::map<std::string, std::int64_t> by_month;
  reader.for_each(sql + " group by substr(received, 1, 7)", values,
                  [&](const store::Row& row) { by_month[row.text(0)] = row.integer(1); });
  std::vector<MonthCount> counts;
  for (auto month = first_of_month(from); month <= to; month = base::add_months(month, 1)) {
    counts.push_back({month, by_month[base::to_text(month).substr(0, 7)]});
  }
  return counts;
}

Movement movement(std::int64_t before, std::int64_t now) {
  const auto both = before + now;
  if (both < fewest_compared) return Movement::too_few;
  const auto difference = static_cast<double>(now - before);
  if (std::abs(difference) <= chance * std::sqrt(static_cast<double>(both))) return Movement::same;
  return difference > 0 ? Movement::more : Movement::fewer;
}

Periods last_two_quarters(base::Date today) {
  const auto this_month = first_of_month(today);
  return {base::add_months(this_month, -6), base::add_days(base::add_months(this_month, -3), -1),
          base::add_months(this_month, -3), base::add_days(this_month, -1)};
}

std::vector<ThemeTotal> theme_totals(store::Reader& reader, const std::string& authority_id,
                                     const Periods& periods) {
  std::vector<ThemeTotal> totals;
  const auto count = [&](const std::string& ref, base::Date from, base::Date to) {
    return reader.number(
        "select count(*) from case_themes where authority_id = $1 and theme_ref = $2 "
        "and received >= $3 and received <= $4",
        {authority_id, ref, base::to_text(from), base::to_text(to)});
  };
  for (const auto& theme : themes(reader, authority_id)) {
    ThemeTotal total{theme.ref, theme.name,
                     count(theme.ref, periods.before_from, periods.before_to),
                     count(theme.ref, periods.now_from, periods.now_to), Movement::too_few};
    total.moved = movement(total.before, total.now);
    totals.push_back(std::move(total));
  }
  std::ranges::stable_sort(totals, std::ranges::greater{}, &ThemeTotal::now);
  return totals;
}

std::string headline(const std::vector<MonthCount>& counts, base::Date today) {
  const auto this_month = first_of_month(today);
  const auto whole_end = std::ranges::find_if(
      counts, [&](const MonthCount& each) { return each.month >= this_month; });
  if (whole_end == counts.begin()) return "There is no whole month to count yet";
  const auto& last = *std::prev(whole_end);
  auto text = std::to_string(last.cases) + " in " + base::to_month_text(last.month);
  if (std::prev(whole_end) == counts.begin()) return text;
  const auto& before = *std::prev(whole_end, 2);
  text += ", " + against(last.cases, before.cases) + " in " +
          (before.month.year() == last.month.year() ? month_name(before.month)
                                                    : base::to_month_text(before.month));
  switch (movement(before.cases, last.cases)) {
    case Movement::too_few:
      return text + ". These numbers are too small to read anything into";
    case Movement::same:
      return text + ", which is no more than chance would give";
    case Movement::more:
      return text + ", a rise that chance alone would seldom give";
    case Movement::fewer:
      return text + ", a fall that chance alone would seldom give";
  }
  return text;
}

}  // namespace throughline::understand
