#include "hear/complaint/clock.hpp"

namespace throughline::hear {
namespace {

constexpr int working_days_to_acknowledge = 3;
constexpr int months_to_respond = 6;
constexpr int months_to_complain = 12;

}  // namespace

base::Result<base::Date> acknowledge_by(const base::WorkingDays& days, base::Date received) {
  return days.add(received, working_days_to_acknowledge);
}

base::Date six_months_end(base::Date received) {
  const auto later = base::add_months(received, months_to_respond);
  // A month without such a day ends the period by its own end: six months from 31 August are over
  // when February is.
  return later.day() == received.day() ? base::add_days(later, -1) : later;
}

base::Date last_day_to_complain(base::Date happened_or_noticed) {
  return base::add_months(happened_or_noticed, months_to_complain);
}

base::Result<base::Date> last_day_as_concern(const base::WorkingDays& days, base::Date made) {
  return days.add(made, 1);
}

base::Result<base::Date> target_by(const base::WorkingDays& days, base::Date received,
                                   const Target& target) {
  if (target.unit == DayUnit::calendar) return base::add_days(received, target.days);
  return days.add(received, target.days);
}

}  // namespace throughline::hear
