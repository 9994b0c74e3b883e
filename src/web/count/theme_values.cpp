#include "web/count/theme_values.hpp"

#include "count/count.hpp"
#include "understand/understand.hpp"
#include "web/count/measure_page.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

constexpr int most_months = 60;

// From the first month in which the theme was heard: before it nobody listened for it, and a 0
// would be no figure.
std::string months_csv(const std::vector<understand::MonthCount>& counts) {
  std::string csv = "date,value\n";
  bool begun = false;
  for (const auto& each : counts) {
    begun = begun || each.cases > 0;
    if (begun) csv += base::to_text(each.month) + "," + std::to_string(each.cases) + "\n";
  }
  return csv;
}

tl::unexpected<base::Error> refused(const char* why) {
  return base::refuse({{"theme", why}});
}

}  // namespace

std::vector<OptionView> theme_options(store::Reader& reader, const std::string& council,
                                      std::string_view chosen) {
  std::vector<OptionView> options{option("", "Choose a theme", chosen)};
  for (const auto& theme : understand::active_themes(reader, council)) {
    options.push_back(option(theme.ref, theme.name, chosen));
  }
  return options;
}

http::Response receive_theme_values(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto today = call.work.today();
  const auto this_month = base::Date{today.year(), today.month(), std::chrono::day{1}};
  const auto kept =
      call.database.write([&](store::Writer& writer) -> base::Result<count::ValuesKept> {
        const auto theme =
            understand::find_theme(writer, call.authority.id, call.request.form.get("theme"));
        if (!theme) return refused("Choose a theme from the list");
        const auto counts = understand::theme_counts(writer, call.authority.id, theme->ref,
                                                     base::add_months(this_month, -most_months),
                                                     base::add_days(this_month, -1));
        const auto csv = months_csv(counts);
        if (csv.find('\n') + 1 == csv.size()) {
          return refused("No case of this theme came in a month that is over");
        }
        return count::keep_values(writer, call.work, ref, csv,
                                  "Counted from the cases of " + theme->name);
      });
  if (!kept && kept.error().kind == base::ErrorKind::not_found) {
    return error_page(call, kept.error());
  }
  if (!kept) return measure_page_again(call, kept.error());
  return redirect_with_message(
      call, "/measures/" + ref,
      std::to_string(kept->added) + " months added, " + std::to_string(kept->changed) + " changed");
}

}  // namespace throughline::web
