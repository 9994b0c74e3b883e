#include "web/hear/share_values.hpp"

#include "count/count.hpp"
#include "web/page.hpp"

#include <cstdio>

namespace throughline::web {

namespace {

constexpr int most_months = 60;

base::Date first_of_month(base::Date day) {
  return {day.year(), day.month(), std::chrono::day{1}};
}

std::string to_csv(const std::vector<MonthShare>& months) {
  std::string csv = "date,value,numerator,denominator\n";
  for (const auto& each : months) {
    if (each.all == 0) continue;  // a share of nobody is no figure
    char share[32];
    std::snprintf(share, sizeof share, "%.2f",
                  100.0 * static_cast<double>(each.part) / static_cast<double>(each.all));
    csv += base::to_text(each.month) + "," + share + "," + std::to_string(each.part) + "," +
           std::to_string(each.all) + "\n";
  }
  return csv;
}

}  // namespace

base::Date first_counted_month(base::Date today) {
  return base::add_months(first_of_month(today), -most_months);
}
base::Date last_counted_day(base::Date today) {
  return base::add_days(first_of_month(today), -1);
}

std::vector<OptionView> percent_measures(store::Reader& reader, const std::string& council) {
  std::vector<OptionView> options{option("", "Choose a measure in percent", "")};
  for (const auto& line : count::measures(reader, council)) {
    if (line.measure.unit != count::Unit::percent) continue;
    options.push_back(option(line.measure.ref, line.measure.name, ""));
  }
  return options;
}

http::Response keep_shares(Call& call, const std::vector<MonthShare>& months,
                           const std::string& counted_from, const std::string& nothing_to_count) {
  const auto ref = call.request.form.get("measure");
  const auto kept =
      call.database.write([&](store::Writer& writer) -> base::Result<count::ValuesKept> {
        const auto measure = count::find_measure(writer, call.authority.id, ref);
        if (!measure || measure->unit != count::Unit::percent) {
          return base::refuse(base::ErrorKind::invalid,
                              "Choose a measure in percent from the list");
        }
        const auto csv = to_csv(months);
        if (csv.find('\n') + 1 == csv.size()) {
          return base::refuse(base::ErrorKind::invalid, nothing_to_count);
        }
        return count::keep_values(writer, call.work, ref, csv, counted_from);
      });
  if (!kept) return error_page(call, kept.error());
  return redirect_with_message(
      call, "/measures/" + ref,
      std::to_string(kept->added) + " months added, " + std::to_string(kept->changed) + " changed");
}

}  // namespace throughline::web
