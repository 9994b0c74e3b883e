#pragma once

// How many cases of a theme came in each month, and whether that is more than before. Counts are of
// cases by the date they were received; they say how much is said, not how good a service is.

#include "base/date.hpp"
#include "hear/kinds.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace throughline::understand {

struct MonthCount {
  base::Date month;  // its first day
  std::int64_t cases = 0;
};

// Shape: every month from that of `from` to that of `to`, in order, months without a case as 0;
// only cases received on these two dates or between them. Empty when `to` is before `from`. `kinds`
// empty: every kind.
[[nodiscard]] std::vector<MonthCount> theme_counts(store::Reader& reader,
                                                   const std::string& authority_id,
                                                   const std::string& theme_ref, base::Date from,
                                                   base::Date to,
                                                   const std::vector<hear::Kind>& kinds = {});

enum class Movement { too_few, same, more, fewer };

// Two periods of the same length compared. The difference counts as one when it is more than chance
// would give: more than three times the square root of both counts together. Under ten together,
// nothing is said.
// Source: przyborowski-1940
[[nodiscard]] Movement movement(std::int64_t before, std::int64_t now);

struct ThemeTotal {
  std::string theme_ref;
  std::string theme_name;
  std::int64_t before = 0;
  std::int64_t now = 0;
  Movement moved = Movement::too_few;
};

// The last three whole months and the three before them: periods of one length, unlike a quarter
// that has only begun.
struct Periods {
  base::Date before_from, before_to, now_from, now_to;
};
[[nodiscard]] Periods last_two_quarters(base::Date today);

// Every theme that is not merged, those with the most cases now first.
[[nodiscard]] std::vector<ThemeTotal> theme_totals(store::Reader& reader,
                                                   const std::string& authority_id,
                                                   const Periods& periods);

// "12 in October 2026, 4 more than in September"; of the last whole month in the counts before
// `today`'s. Says when there are too few to tell.
[[nodiscard]] std::string headline(const std::vector<MonthCount>& counts, base::Date today);

}  // namespace throughline::understand
