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

}  // namespace throughline::stats
