#pragma once

// Words, numbers and marks of a sentence, folded so that patterns can be compared with them.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::text {

enum class TokenKind { word, number, mark };

struct Token {
  TokenKind kind = TokenKind::word;
  std::string folded;     // lower case, straight apostrophes, without a possessive ending
  std::string_view text;  // as written
  std::size_t at = 0;     // where it starts in the sentence
  bool capital = false;   // starts with a capital letter
  bool possessive = false;
};

// Hyphens and inner apostrophes belong to a word ("co-production", "didn't"); a number keeps its
// commas and decimals ("1,250.5"); every other character that is not white space is a mark.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view sentence);

}  // namespace throughline::text
