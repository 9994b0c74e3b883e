#include "store/typed_words.hpp"

#include "store/checked.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::store {

namespace {

constexpr std::size_t most_sought = 32;

struct Range {
  char32_t first;
  char32_t last;
};

// Blocks that hold marks, symbols, pictures and spaces instead of letters.
constexpr std::array<Range, 11> not_letters{{
    {0x80, 0xA9},
    {0xAB, 0xB4},
    {0xB6, 0xB9},
    {0xBB, 0xBF},
    {0xD7, 0xD7},
    {0xF7, 0xF7},
    {0x2000, 0x2BFF},
    {0x3000, 0x3004},
    {0xE000, 0xF8FF},
    {0xFE00, 0xFE6F},
    {0x1F000, 0x1FFFF},
}};

enum class Class { letter, space, quote, mark };

Class class_of(char32_t c) {
  if (c == '"' || (c >= 0x201C && c <= 0x201F)) return Class::quote;
  if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000) return Class::space;
  if (c < 0x80) {
    const bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter ? Class::letter : Class::mark;
  }
  const bool symbol = std::ranges::any_of(
      not_letters, [c](const Range& range) { return c >= range.first && c <= range.last; });
  return symbol || c >= 0xE0000 ? Class::mark : Class::letter;
}

// The character that opens `text`, and its bytes. A byte that opens none stands for a mark.
char32_t take(std::string_view& text, std::string_view& bytes) {
  const auto lead = static_cast<unsigned char>(text.front());
  std::size_t length = 1;
  char32_t c = lead;
  if (lead >= 0xF0) {
    length = 4;
    c = lead & 0x07U;
  } else if (lead >= 0xE0) {
    length = 3;
    c = lead & 0x0FU;
  } else if (lead >= 0xC0) {
    length = 2;
    c = lead & 0x1FU;
  }
  if (length > text.size() || !is_utf8(text.substr(0, length))) {
    length = 1;
    c = 0x80;
  }
  for (std::size_t i = 1; i < length; ++i) {
    c = (c << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  bytes = text.substr(0, length);
  text.remove_prefix(length);
  return c;
}

class Splitter {
 public:
  void letter(std::string_view bytes) { word_ += bytes; }

  void end_word() {
    if (!word_.empty()) words_.push_back(std::exchange(word_, {}));
  }

  void end_sought() {
    end_word();
    if (!words_.empty() && found_.size() < most_sought) {
      found_.push_back({std::exchange(words_, {}), false});
    }
    words_.clear();
  }

  std::vector<Sought> found_;

 private:
  std::vector<std::string> words_;
  std::string word_;
};

// One letter would match half of everything.
bool long_enough(const Sought& sought) {
  return sought.words.back().size() >= 2;
}

}  // namespace

std::vector<Sought> typed_words(std::string_view typed) {
  Splitter splitter;
  bool quoted = false;
  bool ends_in_phrase = false;
  std::string_view bytes;
  while (!typed.empty()) {
    switch (class_of(take(typed, bytes))) {
      case Class::letter:
        splitter.letter(bytes);
        ends_in_phrase = quoted;
        break;
      case Class::mark:
        splitter.end_word();
        break;
      case Class::space:
        if (quoted) {
          splitter.end_word();
        } else {
          splitter.end_sought();
        }
        break;
      case Class::quote:
        splitter.end_sought();
        quoted = !quoted;
        break;
    }
  }
  splitter.end_sought();
  auto& found = splitter.found_;
  if (!found.empty() && !ends_in_phrase && long_enough(found.back())) {
    found.back().by_beginning = true;
  }
  return std::move(found);
}

}  // namespace throughline::store
