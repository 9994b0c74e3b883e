#pragma once

// England's bank holidays as this program was built with them (data/bank-holidays.csv), and what is
// said to staff when the list is about to end or has ended.
// Source: gov-uk-bank-holidays

#include "base/working_days.hpp"

#include <optional>
#include <string>

namespace throughline::record {

// Throws when data/bank-holidays.csv cannot be read (a bug).
[[nodiscard]] const base::WorkingDays& working_days();

// What staff must be told on a day: that the list has ended, or that it ends before deadlines of
// complaints received that day are over (six months on). Nothing while it reaches far enough.
[[nodiscard]] std::optional<std::string> calendar_warning(const base::WorkingDays& days,
                                                          base::Date today);

}  // namespace throughline::record
