#include "count/unit.hpp"

#include "formats/number.hpp"

#include <cmath>

namespace throughline::count {

std::string_view to_text(Unit unit) {
  constexpr std::array<std::string_view, 6> words = {"count", "people", "percent",
                                                     "days",  "pounds", "rate"};
  return words.at(static_cast<std::size_t>(unit));
}

std::optional<Unit> unit_from_text(std::string_view text) {
  for (const auto unit : all_units)
    if (to_text(unit) == text) return unit;
  return std::nullopt;
}

std::string_view unit_label(Unit unit) {
  constexpr std::array<std::string_view, 6> labels = {
      "A count", "People", "Percent (0 to 100)", "Days", "Pounds", "Rate per 100,000 people"};
  return labels.at(static_cast<std::size_t>(unit));
}

std::string with_unit(double value, Unit unit) {
  const std::string number = formats::to_grouped_text(value);
  const bool one = number == "1";
  switch (unit) {
    case Unit::count:
      return number;
    case Unit::people:
      return number + (one ? " person" : " people");
    case Unit::percent:
      return number + "%";
    case Unit::days:
      return number + (one ? " day" : " days");
    case Unit::pounds:
      return (value < 0 ? "-\u00A3" : "\u00A3") + number.substr(number.starts_with('-') ? 1 : 0);
    case Unit::rate:
      return number + " per 100,000";
  }
  return number;
}

std::string_view misfit(const formats::Number& number, Unit unit) {
  const bool percent = number.mark == formats::NumberMark::percent;
  const bool pounds = number.mark == formats::NumberMark::pounds;
  if (percent && unit != Unit::percent)
    return "has a percent sign, and this measure is not in percent";
  if (pounds && unit != Unit::pounds) return "has a pound sign, and this measure is not in pounds";
  if (unit == Unit::pounds) return {};
  if (number.value < 0) return "must not be below 0";
  if (unit == Unit::percent && number.value > 100) return "must be between 0 and 100";
  const bool whole = unit == Unit::count || unit == Unit::people;
  if (whole && number.value != std::floor(number.value)) return "must be a whole number";
  return {};
}

}  // namespace throughline::count
