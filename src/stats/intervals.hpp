#pragma once

// How sure a share can be. It knows counts, and refuses to give a share of nothing.

#include "base/result.hpp"

#include <cstdint>

namespace throughline::stats {

// Units: shares from 0 to 1.
struct Interval {
  double share = 0;
  double lower = 0;
  double upper = 0;
};

// The 95% Wilson score interval for `count` of `total`.
// Errors: invalid, when total is 0 or less or count is not within 0 and total.
// Source: wilson-1927
[[nodiscard]] base::Result<Interval> wilson_interval(std::int64_t count, std::int64_t total);

// Units: differences of shares, from -1 to 1.
struct Difference {
  double difference = 0;
  double lower = 0;
  double upper = 0;

  // Whether chance alone would seldom give it: the interval leaves out 0.
  [[nodiscard]] bool clear() const { return lower > 0 || upper < 0; }
};

// The 95% interval for the first share less the second, each of counts of its own: Newcombe's
// hybrid of two Wilson intervals (his method 10).
// Errors: invalid, as wilson_interval.
// Source: newcombe-1998
[[nodiscard]] base::Result<Difference> newcombe_difference(std::int64_t count, std::int64_t total,
                                                           std::int64_t other_count,
                                                           std::int64_t other_total);

// The 95% interval for a share less a share that is known (of everybody, not of a sample).
// Errors: invalid, as wilson_interval.
[[nodiscard]] base::Result<Difference> difference_from_known(std::int64_t count, std::int64_t total,
                                                             double known);

}  // namespace throughline::stats
