#pragma once

// What the values of a measure are counted in.

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::formats {
struct Number;
}

namespace throughline::count {

enum class Unit {
  count,  // how many of something: complaints, audits
  people,
  percent,  // 0 to 100
  days,
  pounds,
  rate,  // per 100,000 people
};

inline constexpr std::array all_units = {Unit::count, Unit::people, Unit::percent,
                                         Unit::days,  Unit::pounds, Unit::rate};

[[nodiscard]] std::string_view to_text(Unit unit);  // "percent": the word in the database
[[nodiscard]] std::optional<Unit> unit_from_text(std::string_view text);
[[nodiscard]] std::string_view unit_label(Unit unit);  // "Percent (0 to 100)"
// A value with its unit, for people: "12.5%", "1,234 people", "£3.50".
[[nodiscard]] std::string with_unit(double value, Unit unit);

// Why a number cannot be a value of a unit, in words that stand after "Value"; "" when it can.
[[nodiscard]] std::string_view misfit(const formats::Number& number, Unit unit);

}  // namespace throughline::count
