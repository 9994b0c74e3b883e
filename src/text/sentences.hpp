#pragma once

// Splits English prose into sentences. Nothing is lost: the pieces, joined, are the text. Knows
// abbreviations, initials, decimals, quoted titles that hold a stop, and a missing space after one.

#include <string_view>
#include <vector>

namespace throughline::text {

// Pieces of `text` in order; each keeps the white space that follows it. Empty for empty text;
// the whole text when it holds no sentence end.
[[nodiscard]] std::vector<std::string_view> split_sentences(std::string_view text);

}  // namespace throughline::text
