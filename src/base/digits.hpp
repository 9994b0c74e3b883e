#pragma once

// Whole numbers out of text, strictly: digits and nothing else.

#include <charconv>
#include <optional>
#include <string_view>

namespace throughline::base {

[[nodiscard]] inline std::optional<int> digits(std::string_view text) {
  int number = 0;
  if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace throughline::base
