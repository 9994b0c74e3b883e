#include "count/unit.hpp"

#include "formats/number.hpp"

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

}  // namespace throughline::count
