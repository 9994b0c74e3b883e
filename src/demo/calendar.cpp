#include "demo/calendar.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string>

namespace throughline::demo {
namespace {

base::Instant at(base::Date date, int minutes, Dice& dice) {
  return base::london_midnight(date) + std::chrono::minutes(minutes) +
         std::chrono::milliseconds(dice.from(0, 59'999));
}

[[noreturn]] void no_day(std::string_view said) {
  throw std::invalid_argument("no day of the demo council: " + std::string(said));
}

int number(std::string_view digits, std::string_view said) {
  int value = 0;
  const auto* end = digits.data() + digits.size();
  if (std::from_chars(digits.data(), end, value).ptr != end || digits.empty()) no_day(said);
  return value;
}

}  // namespace

base::Date Calendar::month(int ago) const {
  const base::Date first{as_at_.year(), as_at_.month(), std::chrono::day{1}};
  return base::add_months(first, -ago);
}

base::Date Calendar::date(std::string_view said) const {
  if (said.ends_with('d')) {
    const bool ahead = said.starts_with('+');
    const int days = number(said.substr(ahead ? 1 : 0, said.size() - (ahead ? 2 : 1)), said);
    return base::add_days(as_at_, ahead ? days : -days);
  }
  const auto m = said.find('m');
  if (m == std::string_view::npos) no_day(said);
  const base::Date first = month(number(said.substr(0, m), said));
  if (m + 1 == said.size()) return first;
  if (said[m + 1] != '+') no_day(said);
  return base::add_days(first, number(said.substr(m + 2), said));
}

base::Date Calendar::past(std::string_view said) const {
  return std::min(date(said), last_day());
}

base::Instant in_office_hours(base::Date date, Dice& dice) {
  return at(date, dice.from(9 * 60, 16 * 60 + 59), dice);
}

base::Instant at_any_hour(base::Date date, Dice& dice) {
  // Two rolls: most people write by day and in the evening, a few at night.
  const int minutes =
      dice.chance(0.92) ? dice.from(7 * 60, 22 * 60 + 30) : dice.from(0, 23 * 60 + 59);
  return at(date, minutes, dice);
}

base::Date working_day(base::Date date) {
  const std::chrono::weekday day{std::chrono::sys_days{date}};
  if (day == std::chrono::Saturday) return base::add_days(date, 2);
  if (day == std::chrono::Sunday) return base::add_days(date, 1);
  return date;
}

}  // namespace throughline::demo
