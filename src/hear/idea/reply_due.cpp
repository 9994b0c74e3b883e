#include "hear/idea/reply_due.hpp"

#include "record/bank_holidays.hpp"

namespace throughline::hear {
namespace {

bool is_working_day(const base::WorkingDays& days, base::Date day) {
  if (days.covers(day)) return days.is_working_day(day);
  const std::chrono::weekday weekday{std::chrono::sys_days{day}};
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

}  // namespace

base::Date reply_due(base::Date raised, int working_days) {
  const auto& days = record::working_days();
  auto day = raised;
  for (int left = working_days; left > 0;) {
    day = base::add_days(day, 1);
    if (is_working_day(days, day)) --left;
  }
  return day;
}

}  // namespace throughline::hear
