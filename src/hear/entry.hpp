#pragma once

// How this room writes down a list of words: each value with its word for the database and its
// label for people. For the sources of this room only.

#include <array>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace throughline::hear {

template <typename T>
struct Entry {
  T value;
  std::string_view text;
  std::string_view label;
};

template <typename T, std::size_t N>
const Entry<T>& entry(const std::array<Entry<T>, N>& entries, T value) {
  for (const auto& each : entries) {
    if (each.value == value) return each;
  }
  throw std::logic_error("a value that the table does not hold");
}

template <typename T, std::size_t N>
std::optional<T> from_text(const std::array<Entry<T>, N>& entries, std::string_view text) {
  for (const auto& each : entries) {
    if (each.text == text) return each.value;
  }
  return std::nullopt;
}

}  // namespace throughline::hear
