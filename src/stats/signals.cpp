#include "stats/xmr.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace throughline::stats {
namespace {

constexpr double limit_factor = 2.66;
constexpr double near_factor = limit_factor * 2 / 3;
constexpr double screen_factor = 3.267;
constexpr std::size_t run_length = 7;

// A second pass over what the first left over, so that the mean of equal values is that value and
// nothing lands outside limits by rounding alone.
double mean_of(const std::vector<double>& values) {
  const auto count = static_cast<long double>(values.size());
  const long double first = std::accumulate(values.begin(), values.end(), 0.0L) / count;
  long double rest = 0;
  for (const double value : values) rest += value - first;
  return static_cast<double>(first + rest / count);
}

Side side_of(int sign) {
  return sign > 0 ? Side::high : Side::low;
}

using Signals = std::vector<std::optional<Signal>>;

// Calls `mark` with the first index of every seven in a row that `sign_at` gives one same sign.
// `spread` is how many signs make up the seven points.
template <typename SignAt, typename Mark>
void for_each_run(std::size_t signs, std::size_t spread, SignAt sign_at, Mark mark) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < signs; ++i) {
    const int sign = sign_at(i);
    const bool goes_on = length > 0 && sign == sign_at(i - 1);
    length = sign == 0 ? 0 : goes_on ? length + 1 : 1;
    if (length >= spread) mark(i + 1 - spread, sign);
  }
}

void mark_run(Signals& found, std::size_t first, Rule rule, int sign) {
  for (std::size_t i = first; i < first + run_length; ++i) found[i] = Signal{rule, side_of(sign)};
}

void mark_shifts(Signals& found, const std::vector<int>& sides) {
  for_each_run(
      sides.size(), run_length, [&](std::size_t i) { return sides[i]; },
      [&](std::size_t first, int sign) { mark_run(found, first, Rule::shift, sign); });
}

void mark_two_of_three(Signals& found, const std::vector<int>& sides,
                       const std::vector<bool>& near) {
  for (std::size_t i = 0; i + 3 <= sides.size(); ++i) {
    const bool one_side = sides[i] != 0 && sides[i] == sides[i + 1] && sides[i] == sides[i + 2];
    if (!one_side || near[i] + near[i + 1] + near[i + 2] < 2) continue;
    for (std::size_t k = i; k < i + 3; ++k)
      if (near[k]) found[k] = Signal{Rule::two_of_three, side_of(sides[k])};
  }
}

// A point that ends one trend and begins the next belongs to the later.
void mark_trends(Signals& found, const std::vector<double>& values) {
  if (values.size() < run_length) return;
  for_each_run(
      values.size() - 1, run_length - 1,
      [&](std::size_t i) {
        return values[i + 1] > values[i] ? 1 : values[i + 1] < values[i] ? -1 : 0;
      },
      [&](std::size_t first, int sign) { mark_run(found, first, Rule::trend, sign); });
}

}  // namespace

int compare(double value, double line) {
  const double rounding = 1e-12 * (std::fabs(value) + std::fabs(line));
  if (value > line + rounding) return 1;
  if (value < line - rounding) return -1;
  return 0;
}

std::optional<Limits> limits_of(const std::vector<double>& values, Screening screening) {
  if (values.size() < 2) return std::nullopt;
  std::vector<double> ranges;
  for (std::size_t i = 1; i < values.size(); ++i)
    ranges.push_back(std::fabs(values[i] - values[i - 1]));
  double average = mean_of(ranges);
  // Without any variation every range would be screened out, and none would be left to average.
  if (screening == Screening::on && average > 0) {
    const double most = screen_factor * average;
    std::erase_if(ranges, [&](double range) { return compare(range, most) >= 0; });
    average = mean_of(ranges);
  }
  const double mean = mean_of(values);
  return Limits{.mean = mean,
                .average_moving_range = average,
                .lower = mean - limit_factor * average,
                .upper = mean + limit_factor * average,
                .near_lower = mean - near_factor * average,
                .near_upper = mean + near_factor * average};
}

std::vector<std::optional<Signal>> signals(const std::vector<double>& values,
                                           const Limits& limits) {
  std::vector<int> sides;
  std::vector<int> outside;
  std::vector<bool> near;
  for (const double value : values) {
    sides.push_back(compare(value, limits.mean));
    const int beyond = compare(value, limits.upper) > 0   ? 1
                       : compare(value, limits.lower) < 0 ? -1
                                                          : 0;
    outside.push_back(beyond);
    near.push_back(beyond == 0 && (compare(value, limits.near_upper) > 0 ||
                                   compare(value, limits.near_lower) < 0));
  }
  // From the weakest rule to the strongest, each over the ones before: that is the precedence.
  Signals found(values.size());
  mark_shifts(found, sides);
  mark_two_of_three(found, sides, near);
  mark_trends(found, values);
  for (std::size_t i = 0; i < values.size(); ++i)
    if (outside[i] != 0) found[i] = Signal{Rule::outside_limits, side_of(outside[i])};
  return found;
}

PointType point_type(const std::optional<Signal>& signal, Improvement improvement) {
  if (!signal) return PointType::common_cause;
  if (improvement == Improvement::neutral) return PointType::neutral;
  const Side better = improvement == Improvement::increase ? Side::high : Side::low;
  return signal->side == better ? PointType::improvement : PointType::concern;
}

}  // namespace throughline::stats
