#include "hear/idea/reply_due.hpp"

namespace throughline::hear {

base::Date reply_due(base::Date raised, int working_days) {
  auto day = raised;
  for (int left = working_days; left > 0;) {
    day = base::add_days(day, 1);
    const std::chrono::weekday weekday{std::chrono::sys_days{day}};
    if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday) --left;
  }
  return day;
}

}  // namespace throughline::hear
