#pragma once

// Civil dates, apart from instants: the day as people in England write it. London time lives here
// and nowhere else.

#include "base/clock.hpp"
#include "base/result.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace throughline::base {

using Date = std::chrono::year_month_day;

// "2026-11-24".
[[nodiscard]] std::string to_text(Date date);
// "24 November 2026", as GOV.UK writes dates.
[[nodiscard]] std::string to_long_text(Date date);
// "November 2026".
[[nodiscard]] std::string to_month_text(Date date);

// Reads "2026-11-24", "24/11/2026", "24 November 2026" and "24 Nov 2026".
// Errors: invalid, with an example of a date that would do.
[[nodiscard]] Result<Date> date_from_text(std::string_view text);
// From the three boxes of a date field. `label` opens the message: "Due date must ...".
[[nodiscard]] Result<Date> date_from_parts(std::string_view day, std::string_view month,
                                           std::string_view year, std::string_view label);

// The date in London at an instant.
// Source: summer-time-order-2002
[[nodiscard]] Date london_date(Instant instant);
// The instant of midnight in London at the start of a date.
[[nodiscard]] Instant london_midnight(Date date);
// "24 November 2026, 6:34am", in London.
[[nodiscard]] std::string to_london_text(Instant instant);

[[nodiscard]] Date add_days(Date date, int days);
[[nodiscard]] int days_between(Date from, Date to);
// The same day of a later month, or that month's last day.
[[nodiscard]] Date add_months(Date date, int months);

}  // namespace throughline::base
