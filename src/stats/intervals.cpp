#include "stats/intervals.hpp"

#include <algorithm>
#include <cmath>

namespace throughline::stats {

base::Result<Interval> wilson_interval(std::int64_t count, std::int64_t total) {
  if (total <= 0)
    return base::refuse(base::ErrorKind::invalid, "A share needs a total of at least 1");
  if (count < 0 || count > total)
    return base::refuse(base::ErrorKind::invalid, "The count must be between 0 and the total");
  constexpr double z = 1.959963984540054;
  const auto n = static_cast<double>(total);
  const double share = static_cast<double>(count) / n;
  const double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
  const double half =
      z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  // At 0 and at the total the exact bound is the share itself; rounding must not pass it.
  return Interval{share, count == 0 ? 0 : std::max(0.0, centre - half),
                  count == total ? 1 : std::min(1.0, centre + half)};
}

base::Result<Difference> newcombe_difference(std::int64_t count, std::int64_t total,
                                             std::int64_t other_count, std::int64_t other_total) {
  const auto first = wilson_interval(count, total);
  if (!first) return tl::make_unexpected(first.error());
  const auto second = wilson_interval(other_count, other_total);
  if (!second) return tl::make_unexpected(second.error());
  const double difference = first->share - second->share;
  return Difference{
      difference,
      difference - std::hypot(first->share - first->lower, second->upper - second->share),
      difference + std::hypot(first->upper - first->share, second->share - second->lower)};
}

base::Result<Difference> difference_from_known(std::int64_t count, std::int64_t total,
                                               double known) {
  const auto share = wilson_interval(count, total);
  if (!share) return tl::make_unexpected(share.error());
  return Difference{share->share - known, share->lower - known, share->upper - known};
}

}  // namespace throughline::stats
