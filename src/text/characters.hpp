#pragma once

// Walking over UTF-8 without decoding it twice: what a character is, and where the next one starts.
// Text that is not well-formed is walked byte by byte and never read past its end.

#include <cstddef>
#include <string>
#include <string_view>

namespace throughline::text {

struct Character {
  char32_t code = 0;
  std::size_t length = 0;  // bytes; 0 at the end of the text
};

[[nodiscard]] Character character_at(std::string_view text, std::size_t at);
// The character that ends just before `at`; length 0 at the start.
[[nodiscard]] Character character_before(std::string_view text, std::size_t at);

[[nodiscard]] bool is_space(char32_t code);
[[nodiscard]] bool is_letter(char32_t code);
[[nodiscard]] bool is_digit(char32_t code);
[[nodiscard]] bool is_upper(char32_t code);
[[nodiscard]] bool is_lower(char32_t code);
[[nodiscard]] bool is_opening_quote(char32_t code);
[[nodiscard]] bool is_closing_quote(char32_t code);
[[nodiscard]] bool is_apostrophe(char32_t code);
[[nodiscard]] bool is_dash(char32_t code);

// Without white space at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);
// Runs of white space, no-break spaces among them, become one space; trimmed.
[[nodiscard]] std::string tidied(std::string_view text);
// ASCII letters in lower case, curly quotes and dashes as typewriters have them.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace throughline::text
