#pragma once

// Counts of people made safe to show. A count below the least that is shown is given as "few";
// every other is rounded; and where the few could still be narrowed down by adding and taking away
// what is shown, more is hidden, until they cannot: a count that is few could be anything from 0 to
// the most that few can be, as far as the figures tell.
//
// It protects one table at a time. Somebody who compares tables of ever so slightly different
// people can learn more; whoever makes the tables keeps the choice of people coarse.
// Source: gss-disclosure

#include <cstdint>
#include <vector>

namespace throughline::stats {

inline constexpr std::int64_t least_shown_count = 5;
inline constexpr std::int64_t rounding_base = 5;

// A table of counts in parts: the first cell is the total, every other names the cell that it is a
// part of, which stands before it. The parts of a cell add up to it.
struct CountCell {
  std::int64_t count = 0;
  std::size_t part_of = 0;  // of the first: itself
};

enum class Disclosure {
  shown,   // rounded
  few,     // below least_shown_count
  hidden,  // kept back so that the few stay unknown; it can be any number, also a few
};

struct ShownCount {
  Disclosure disclosure = Disclosure::shown;
  std::int64_t rounded = 0;  // only when shown
};

// In the order of the cells. Throws std::invalid_argument when parts do not add up.
[[nodiscard]] std::vector<ShownCount> protect_counts(const std::vector<CountCell>& cells);

// The least and the most that a count can be, as far as anyone can work out from what is shown.
struct PossibleCount {
  std::int64_t least = 0;
  std::int64_t most = 0;  // beyond_all when nothing bounds it
};
inline constexpr std::int64_t beyond_all = 1'000'000'000'000;

// `part_of` as in the cells.
[[nodiscard]] std::vector<PossibleCount> possible_counts(const std::vector<std::size_t>& part_of,
                                                         const std::vector<ShownCount>& shown);

}  // namespace throughline::stats
