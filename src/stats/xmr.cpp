#include "stats/xmr.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace throughline::stats {
namespace {

std::vector<base::Problem> problems_of(const std::vector<Observation>& observations,
                                       const XmrOptions& options) {
  std::vector<base::Problem> problems;
  std::map<base::Date, int> seen;
  int row = 0;
  for (const auto& observation : observations) {
    ++row;
    if (!std::isfinite(observation.value))
      problems.push_back({"value", "The value must be a number", row});
    const auto [first, is_new] = seen.emplace(observation.date, row);
    if (!is_new)
      problems.push_back({"date",
                          base::to_long_text(observation.date) + " has a value already (value " +
                              std::to_string(first->second) + "). Keep one value for each date",
                          row});
  }
  if (options.baseline_points && *options.baseline_points < 2)
    problems.push_back({"baseline", "The baseline must be at least 2 points"});
  if (options.target && !std::isfinite(*options.target))
    problems.push_back({"target", "The target must be a number"});
  for (const auto& date : options.rebase)
    if (seen.empty() || date < seen.begin()->first || date > seen.rbegin()->first)
      problems.push_back({"rebase", base::to_long_text(date) +
                                        " is outside the data. Choose a date between the first "
                                        "and the last value to recalculate the limits from"});
  return problems;
}

// The index where each segment begins; two rebase dates before the same point begin one segment.
std::vector<std::size_t> segment_starts(const std::vector<Observation>& observations,
                                        const std::vector<base::Date>& rebase) {
  std::vector<std::size_t> starts = {0};
  for (const auto& date : rebase) {
    const auto found = std::ranges::lower_bound(observations, date, {}, &Observation::date);
    starts.push_back(static_cast<std::size_t>(found - observations.begin()));
  }
  std::ranges::sort(starts);
  const auto repeated = std::ranges::unique(starts);
  starts.erase(repeated.begin(), repeated.end());
  return starts;
}

void add_segment(Xmr& chart, const std::vector<Observation>& observations, std::size_t first,
                 std::size_t count, const XmrOptions& options) {
  std::vector<double> values;
  for (std::size_t i = first; i < first + count; ++i) values.push_back(observations[i].value);
  const std::size_t baseline =
      options.baseline_points ? std::min(count, static_cast<std::size_t>(*options.baseline_points))
                              : count;
  const auto limits =
      limits_of({values.begin(), values.begin() + static_cast<long>(baseline)}, options.screening);
  const auto found =
      limits ? signals(values, *limits) : std::vector<std::optional<Signal>>(values.size());
  for (std::size_t i = 0; i < count; ++i)
    chart.points.push_back({observations[first + i], chart.segments.size(), found[i],
                            point_type(found[i], options.improvement)});
  chart.segments.push_back({.first = first,
                            .count = count,
                            .mean = limits ? limits->mean : values.front(),
                            .limits = limits,
                            .trial = baseline < points_for_settled_limits});
}

Variation variation_of(const XmrPoint& latest) {
  if (!latest.signal) return Variation::common_cause;
  const bool high = latest.signal->side == Side::high;
  switch (latest.type) {
    case PointType::improvement:
      return high ? Variation::improvement_high : Variation::improvement_low;
    case PointType::concern:
      return high ? Variation::concern_high : Variation::concern_low;
    case PointType::neutral:
      return high ? Variation::neutral_high : Variation::neutral_low;
    case PointType::common_cause:
      break;
  }
  return Variation::common_cause;
}

Assurance assurance_of(const std::optional<Limits>& limits, const XmrOptions& options) {
  if (!limits || !options.target || options.improvement == Improvement::neutral)
    return Assurance::none;
  const bool more_is_better = options.improvement == Improvement::increase;
  if (compare(*options.target, limits->upper) > 0)
    return more_is_better ? Assurance::consistently_fails : Assurance::consistently_passes;
  if (compare(*options.target, limits->lower) < 0)
    return more_is_better ? Assurance::consistently_passes : Assurance::consistently_fails;
  return Assurance::inconsistent;
}

}  // namespace

base::Result<Xmr> xmr(std::vector<Observation> observations, const XmrOptions& options) {
  if (observations.empty())
    return base::refuse(base::ErrorKind::invalid, "There are no values. Add at least one");
  if (auto problems = problems_of(observations, options); !problems.empty())
    return base::refuse(std::move(problems));

  std::ranges::sort(observations, {}, &Observation::date);
  const auto starts = segment_starts(observations, options.rebase);
  Xmr chart;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : observations.size();
    add_segment(chart, observations, starts[i], end - starts[i], options);
  }
  chart.variation = variation_of(chart.points.back());
  chart.assurance = assurance_of(chart.segments.back().limits, options);
  chart.trial = chart.segments.back().trial;
  return chart;
}

}  // namespace throughline::stats
