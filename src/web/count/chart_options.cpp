#include "web/count/chart_options.hpp"

#include "base/digits.hpp"

#include <sstream>

namespace throughline::web {

namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

ChartOptions chart_options(const http::Form& query) {
  ChartOptions chosen;
  chosen.view = {query.get("rebase"), query.get("baseline"), query.has("screening"), false};
  std::istringstream dates(chosen.view.rebase);
  for (std::string each; std::getline(dates, each, ',');) {
    each = trimmed(each);
    if (each.empty()) continue;
    if (const auto date = base::date_from_text(each)) {
      chosen.options.rebase.push_back(*date);
    } else {
      chosen.problems.push_back(
          {"rebase", "Dates must be real, like 27/3/2026, with commas between them"});
      break;
    }
  }
  if (const auto typed = trimmed(chosen.view.baseline); !typed.empty()) {
    const auto points = base::digits(typed);
    if (points && *points >= 2) {
      chosen.options.baseline_points = *points;
    } else {
      chosen.problems.push_back({"baseline", "Enter a whole number of values, 2 or more"});
    }
  }
  if (chosen.view.screening) chosen.options.screening = stats::Screening::on;
  chosen.view.asked = chosen.view.screening || !trimmed(chosen.view.rebase).empty() ||
                      !trimmed(chosen.view.baseline).empty();
  return chosen;
}

}  // namespace throughline::web
