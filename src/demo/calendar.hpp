#pragma once

// The three years of the demo council, counted back from the day at which they end. The history
// stops before that day begins, so that whoever opens it on the day sees yesterday's state.

#include "base/date.hpp"
#include "demo/dice.hpp"

#include <string_view>

namespace throughline::demo {

inline constexpr int months_of_history = 36;

class Calendar {
 public:
  explicit Calendar(base::Date as_at) : as_at_(as_at) {}

  [[nodiscard]] base::Date as_at() const { return as_at_; }
  // The first day of a month, counted back from the month of the end.
  [[nodiscard]] base::Date month(int ago) const;
  [[nodiscard]] base::Date begins() const { return month(months_of_history); }
  [[nodiscard]] base::Date last_day() const { return base::add_days(as_at_, -1); }
  [[nodiscard]] int days() const { return base::days_between(begins(), as_at_); }

  // "10m": the first of the month ten months before; "10m+8": eight days later; "5d": five days
  // before the end; "+3d": three days after it. Throws std::invalid_argument.
  [[nodiscard]] base::Date date(std::string_view said) const;
  // The same, and never later than the last day of the history.
  [[nodiscard]] base::Date past(std::string_view said) const;

 private:
  base::Date as_at_;
};

// Some moment of a working day, or of any day and evening.
[[nodiscard]] base::Instant in_office_hours(base::Date date, Dice& dice);
[[nodiscard]] base::Instant at_any_hour(base::Date date, Dice& dice);
// The date itself, or the Monday after a weekend.
[[nodiscard]] base::Date working_day(base::Date date);

}  // namespace throughline::demo
