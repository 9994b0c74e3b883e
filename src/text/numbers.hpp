#pragma once

// Numbers of a sentence that could measure something: digits, words and amounts. Years, ordinals,
// dates and fractions of a date are left out; what a number counts is for the caller to find.

#include "text/tokens.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::text {

struct Number {
  double value = 0;
  std::size_t from = 0;  // tokens [from, to) that spell it, with its currency sign and scale
  std::size_t to = 0;
  bool pounds = false;
  bool percent = false;     // "%", "percent" or "per cent" follows
  bool in_words = false;    // "two"
  bool hyphenated = false;  // "3-year": the rest of the word is its unit
  std::string unit;         // of a hyphenated number: "year"; of a ratio: "in 20"
};

// From the left; the two ends of a range ("12-18 months", "10 to 15%") are two numbers.
[[nodiscard]] std::vector<Number> numbers_in(const std::vector<Token>& tokens);

// A year or a span of years: "2024", "2022/23", "2021-2025"; its last token, or `at` when none.
[[nodiscard]] std::size_t end_of_years(const std::vector<Token>& tokens, std::size_t at);
[[nodiscard]] bool is_month(std::string_view folded_word);
// "two" is 2; nothing for words that are no number.
[[nodiscard]] std::optional<int> number_word(std::string_view folded_word);

}  // namespace throughline::text
