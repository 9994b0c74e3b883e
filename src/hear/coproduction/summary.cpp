#include "hear/coproduction/summary.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace throughline::hear::coproduction {
namespace {

std::optional<double> median(std::vector<int> values) {
  if (values.empty()) return std::nullopt;
  std::ranges::sort(values);
  const auto middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  return (values[middle - 1] + values[middle]) / 2.0;
}

}  // namespace

std::int64_t Summary::asks() const {
  return std::accumulate(by_outcome.begin(), by_outcome.end(), std::int64_t{0});
}

Summary summary_of(const std::vector<Project>& projects) {
  Summary made;
  std::vector<int> days;
  for (const auto& each : projects) {
    ++made.projects;
    made.early += is_early(each.stage) ? 1 : 0;
    ++made.by_stage.at(static_cast<std::size_t>(each.stage));
    made.stuck += each.state() == State::stuck ? 1 : 0;
    if (const auto given = each.days_given()) days.push_back(*given);
    for (const auto outcome : all_outcomes) {
      made.by_outcome.at(static_cast<std::size_t>(outcome)) += each.asks_that(outcome);
    }
  }
  made.timed = static_cast<std::int64_t>(days.size());
  made.middle_days = median(std::move(days));
  return made;
}

std::vector<EarlyMonth> early_by_month(const std::vector<Project>& projects) {
  std::map<base::Date, EarlyMonth> months;
  for (const auto& each : projects) {
    const base::Date month = each.asked_on.year() / each.asked_on.month() / std::chrono::day{1};
    auto& counted = months[month];
    counted.month = month;
    ++counted.all;
    counted.early += is_early(each.stage) ? 1 : 0;
  }
  std::vector<EarlyMonth> found;
  for (const auto& [month, counted] : months) found.push_back(counted);
  return found;
}

}  // namespace throughline::hear::coproduction
