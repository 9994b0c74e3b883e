#pragma once

// Numbers as people write them: "1,234", "12%", "£3.50", "-0.5". Knows nothing of what a number
// counts, and refuses what could be read in two ways ("1,5", "1.234.567").

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace throughline::formats {

enum class NumberMark { none, percent, pounds };

struct Number {
  double value = 0;
  NumberMark mark = NumberMark::none;
};

// Errors: invalid, in words that can stand after the name of a field: "must be a number,
// like 12.5".
[[nodiscard]] base::Result<Number> number_from_text(std::string_view text);

// The shortest way to write a number that reads back the same: "12.5", "1234".
[[nodiscard]] std::string to_text(double value);
// For people: thousands set apart and at most `decimals` places: "1,234.5".
[[nodiscard]] std::string to_grouped_text(double value, int decimals = 2);

}  // namespace throughline::formats
