#pragma once

// Working days, counted over a list of bank holidays that is passed in. The list covers whole years
// and no more: a count that would pass its end is refused, never guessed, because a bank holiday
// that nobody has entered yet would make a legal deadline wrong.
// Source: si-2009-309, regulation 2

#include "base/date.hpp"
#include "base/result.hpp"

#include <vector>

namespace throughline::base {

class WorkingDays {
 public:
  // `holidays` in any order; the years of the first and last are taken to be whole.
  explicit WorkingDays(std::vector<Date> holidays);

  // The first and last day that the list speaks for.
  [[nodiscard]] Date first() const { return first_; }
  [[nodiscard]] Date last() const { return last_; }
  [[nodiscard]] bool covers(Date date) const { return date >= first_ && date <= last_; }

  // Neither a Saturday, a Sunday nor a bank holiday. Throws std::out_of_range when the list does
  // not cover the day.
  [[nodiscard]] bool is_working_day(Date date) const;

  // The n-th working day after a day, which does not count itself; the day itself for 0.
  // Errors: invalid, when the list ends first or `days` is below 0.
  [[nodiscard]] Result<Date> add(Date date, int days) const;

  // How many working days there are after `from`, up to and including `to`; below 0 when `to` comes
  // first. It undoes add(): between(d, add(d, n)) is n.
  // Errors: invalid, when the list does not cover both.
  [[nodiscard]] Result<int> between(Date from, Date to) const;

 private:
  [[nodiscard]] tl::unexpected<Error> not_covered() const;

  std::vector<Date> holidays_;  // in order
  Date first_;
  Date last_;
};

}  // namespace throughline::base
