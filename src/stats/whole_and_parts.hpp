#pragma once

// Exact counts of people made safe to show when the same lines are counted for several periods and
// for the whole that these make: the quarters of a year, and the year. Numbers from 1 to 4 are few.
// By its own period a few can be any of them; and whatever somebody works out by laying the periods
// beside the whole, each small number that is not shown keeps at least three that it could be.
//
// A period is shown in the same way whatever comes after it, because it may be given out first:
// what gives way is the whole. The bounds are exact, worked out as flows through the table. Where
// the whole column is below 5 and its total is known, its lines hide among each other as far as
// that goes: who shows such a total has chosen to.
// Source: gss-disclosure

#include "stats/suppression.hpp"

#include <cstdint>
#include <vector>

namespace throughline::stats {

// Whether readers know what the lines of a column add up to.
enum class Total { known, unknown };

// One line of a column as it is shown, and the least and the most that it says by itself.
struct ColumnLine {
  Disclosure disclosure = Disclosure::shown;
  PossibleCount alone;
};

// One period by itself. Of two lines that would do as well the one that stands first gives way, so
// that lines must come in an order that does not depend on the counts.
// Throws std::invalid_argument for a count below 0.
[[nodiscard]] std::vector<ColumnLine> protect_column(const std::vector<std::int64_t>& counts,
                                                     Total total);

// The whole, beside its parts as protect_column shows each. Shape: a row for each line, in it the
// count of each part. Gives a line of the whole for each.
// Throws std::invalid_argument when rows differ in length.
[[nodiscard]] std::vector<ColumnLine> protect_whole(
    const std::vector<std::vector<std::int64_t>>& parts, Total total);

}  // namespace throughline::stats
