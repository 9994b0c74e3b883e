#pragma once

// Whether two groups of answers differ by more than chance: two rounds of a survey, say. It knows
// counts and orders, not what was asked, and says when there is too little to tell. Different
// people are assumed to have answered each time: answers of one person are not paired.
//
// docs/statistics.md explains each with its limits.

#include "base/result.hpp"

#include <cstdint>
#include <vector>

namespace throughline::stats {

// Units: shares from 0 to 1; the difference is the second less the first.
struct ShareComparison {
  double difference = 0;
  double lower = 0;  // of the 95% interval around the difference
  double upper = 0;
  double p = 1;         // how often chance alone makes a difference as large; 1 when not enough
  bool enough = false;  // every expected count is 5 or more; else the test says nothing
};

// Two shares: `first` of `first_total`, `second` of `second_total`. The interval is Newcombe's
// hybrid of two Wilson intervals; the test is the pooled two-proportion z-test, two-sided.
// Errors: as wilson_interval.
// Source: newcombe-1998
[[nodiscard]] base::Result<ShareComparison> compare_shares(std::int64_t first,
                                                           std::int64_t first_total,
                                                           std::int64_t second,
                                                           std::int64_t second_total);

struct RankComparison {
  // How likely it is that an answer of the second group stands higher than one of the first, ties
  // counted half: 0.5 is no difference.
  double higher = 0.5;
  double p = 1;
  bool enough = false;  // at least 10 answers in each group
};

// Two groups of answers on one scale. Shape: how many gave each answer, lowest first; both of the
// same length. The Mann-Whitney test by its normal approximation, corrected for ties, two-sided.
// Errors: invalid, when the lengths differ, a count is negative, or a group is empty.
// Source: mann-whitney-1947
[[nodiscard]] base::Result<RankComparison> compare_ranks(const std::vector<std::int64_t>& first,
                                                         const std::vector<std::int64_t>& second);

// The p values raised for how many there are, in the same order: below 0.05 after it means that the
// chance of even one false alarm among all of them is below 5%.
// Source: holm-1979
[[nodiscard]] std::vector<double> holm(const std::vector<double>& p);

}  // namespace throughline::stats
