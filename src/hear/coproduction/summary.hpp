#pragma once

// Pieces of co-production in figures: how early people joined, how long they were given, and what
// became of what they asked for.

#include "hear/coproduction/project.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace throughline::hear::coproduction {

struct Summary {
  std::int64_t projects = 0;
  std::int64_t early = 0;                                      // joined at the idea or the design
  std::array<std::int64_t, all_stages.size()> by_stage{};      // in the order of all_stages
  std::array<std::int64_t, all_outcomes.size()> by_outcome{};  // asks, as all_outcomes
  std::int64_t timed = 0;             // with a day by which answers were wanted
  std::optional<double> middle_days;  // median days given, of those
  std::int64_t stuck = 0;

  [[nodiscard]] std::int64_t asks() const;
};
[[nodiscard]] Summary summary_of(const std::vector<Project>& projects);

// Projects in which people were asked in a month, and those that they joined early.
struct EarlyMonth {
  base::Date month;  // its first day
  std::int64_t early = 0;
  std::int64_t all = 0;
};
// Every month in which people were asked, oldest first.
[[nodiscard]] std::vector<EarlyMonth> early_by_month(const std::vector<Project>& projects);

}  // namespace throughline::hear::coproduction
