#include "base/working_days.hpp"

#include <algorithm>
#include <stdexcept>

namespace throughline::base {

namespace chrono = std::chrono;

WorkingDays::WorkingDays(std::vector<Date> holidays) : holidays_(std::move(holidays)) {
  if (holidays_.empty()) throw std::invalid_argument("a list of bank holidays has at least one");
  std::ranges::sort(holidays_);
  first_ = holidays_.front().year() / chrono::January / 1;
  last_ = holidays_.back().year() / chrono::December / 31;
}

bool WorkingDays::is_working_day(Date date) const {
  if (!covers(date)) throw std::out_of_range("no bank holidays are known for " + to_text(date));
  const chrono::weekday weekday{chrono::sys_days{date}};
  if (weekday == chrono::Saturday || weekday == chrono::Sunday) return false;
  return !std::ranges::binary_search(holidays_, date);
}

Result<Date> WorkingDays::add(Date date, int days) const {
  if (days < 0) return refuse(ErrorKind::invalid, "Working days are counted forward");
  if (!covers(date)) return not_covered();
  while (days > 0) {
    date = add_days(date, 1);
    if (!covers(date)) return not_covered();
    if (is_working_day(date)) --days;
  }
  return date;
}

Result<int> WorkingDays::between(Date from, Date to) const {
  if (!covers(from) || !covers(to)) return not_covered();
  const int sign = from <= to ? 1 : -1;
  if (sign < 0) std::swap(from, to);
  int days = 0;
  for (auto date = add_days(from, 1); date <= to; date = add_days(date, 1)) {
    if (is_working_day(date)) ++days;
  }
  return sign * days;
}

tl::unexpected<Error> WorkingDays::not_covered() const {
  return refuse(ErrorKind::invalid, "The list of bank holidays covers " + to_long_text(first_) +
                                        " to " + to_long_text(last_) +
                                        " and no more, so working days cannot be counted there");
}

}  // namespace throughline::base
