#pragma once

// The text of a letter as paragraphs, headings and lists. The form is what people type in an email:
// an empty line between paragraphs, "## " before a heading, "- " or "1. " before each item of a
// list. Everything else is text, whatever it looks like.

#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear::letter {

struct Block {
  enum class Kind { paragraph, heading, list, numbered };
  Kind kind = Kind::paragraph;
  std::vector<std::string> lines;  // of a paragraph, as they were broken; or items of a list
};

[[nodiscard]] std::vector<Block> layout(std::string_view text);

}  // namespace throughline::hear::letter
