#include "text/sentences.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace throughline::text {
namespace {

using namespace std::literals;

// A stop after one of these does not end a sentence.
constexpr std::array never_ends = {
    "e.g"sv, "i.e"sv,  "eg"sv,   "ie"sv,   "mr"sv,  "mrs"sv, "ms"sv,  "dr"sv,     "prof"sv,
    "st"sv,  "vs"sv,   "cf"sv,   "cllr"sv, "rev"sv, "hon"sv, "viz"sv, "approx"sv, "incl"sv,
    "esp"sv, "dept"sv, "govt"sv, "para"sv, "fig"sv, "ref"sv, "www"sv};
// After one of these a stop ends a sentence only before a capital that starts one.
constexpr std::array may_end = {"etc"sv, "ltd"sv,  "inc"sv, "plc"sv, "co"sv,   "no"sv,  "nos"sv,
                                "p.m"sv, "a.m"sv,  "u.k"sv, "al"sv,  "dist"sv, "jan"sv, "feb"sv,
                                "aug"sv, "sept"sv, "oct"sv, "nov"sv, "dec"sv};
// Words that open a sentence rather than go on with a name: "option B. The next ...".
constexpr std::array openers = {
    "the"sv,  "this"sv,  "these"sv,   "there"sv, "they"sv,   "however"sv, "for"sv, "in"sv,
    "it"sv,   "we"sv,    "some"sv,    "staff"sv, "people"sv, "as"sv,      "a"sv,   "an"sv,
    "when"sv, "while"sv, "leaders"sv, "where"sv, "and"sv,    "partners"sv};

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// The run of letters and inner stops just before `at`, in lower case.
std::string word_before(std::string_view text, std::size_t at) {
  std::size_t start = at;
  while (start > 0) {
    const Character last = character_before(text, start);
    const bool inner_stop = last.code == '.' && start != at;
    if (!is_letter(last.code) && !is_digit(last.code) && !inner_stop) break;
    start -= last.length;
  }
  return folded(text.substr(start, at - start));
}

std::string word_from(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_letter(character_at(text, end).code)) {
    end += character_at(text, end).length;
  }
  return folded(text.substr(at, end - at));
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(character_at(text, at).code)) {
    at += character_at(text, at).length;
  }
  return at;
}

// Follows quotation marks, to tell a stop inside a quoted title or remark from one that ends the
// sentence around it.
class Quotation {
 public:
  explicit Quotation(std::string_view text) : text_(text) {}

  // Is there a quotation that opened in the sentence from `start`, after its first word, and that
  // closes soon after `at`?
  [[nodiscard]] bool is_open(std::size_t start, std::size_t at) const {
    char32_t open = 0;
    std::size_t opened = start;
    const std::size_t from = at - start > longest ? at - longest : start;
    for (std::size_t i = from; i < at;) {
      const Character next = character_at(text_, i);
      if (open != 0 && closes(open, next.code, i, next.length)) {
        open = 0;
      } else if (open == 0 && opens(next.code, i, next.length)) {
        open = next.code;
        opened = i;
      }
      i += next.length;
    }
    if (open == 0 || opened == start) return false;
    for (std::size_t i = at; i < text_.size() && i - opened < longest;) {
      const Character next = character_at(text_, i);
      if (closes(open, next.code, i, next.length)) return true;
      if (next.code == '\n') return false;
      i += next.length;
    }
    return false;
  }

 private:
  static constexpr std::size_t longest = 400;

  [[nodiscard]] bool opens(char32_t code, std::size_t at, std::size_t length) const {
    if (!is_opening_quote(code)) return false;
    const Character before = character_before(text_, at);
    const Character after = character_at(text_, at + length);
    return (before.length == 0 || is_space(before.code) || before.code == '(') &&
           after.length > 0 && !is_space(after.code);
  }

  [[nodiscard]] bool closes(char32_t open, char32_t code, std::size_t at,
                            std::size_t length) const {
    const bool pair = open == 0x2018   ? code == 0x2019 || code == '\''
                      : open == 0x201C ? code == 0x201D || code == '"'
                      : open == 0xAB   ? code == 0xBB
                                       : code == open;
    if (!pair) return false;
    const Character after = character_at(text_, at + length);
    return after.length == 0 || !(is_letter(after.code) || is_digit(after.code));
  }

  std::string_view text_;
};

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text), quotation_(text) {}

  std::vector<std::string_view> split() {
    for (std::size_t at = 0; at < text_.size();) {
      const Character next = character_at(text_, at);
      const bool stop =
          next.code == '.' || next.code == '!' || next.code == '?' || next.code == 0x2026;
      const std::size_t after = at + next.length;
      at = stop ? consider(at, after) : after;
    }
    if (start_ < text_.size()) pieces_.push_back(text_.substr(start_));
    return std::move(pieces_);
  }

 private:
  // Where to go on reading after the stop at `at`; ends the piece when the stop ends a sentence.
  std::size_t consider(std::size_t at, std::size_t after) {
    std::size_t end = after;
    while (end < text_.size()) {
      const Character next = character_at(text_, end);
      const bool belongs = next.code == '.' || next.code == '!' || next.code == '?' ||
                           next.code == ')' || next.code == ']' || is_closing(next.code, end);
      if (!belongs) break;
      end += next.length;
    }
    const std::size_t begin = skip_spaces(text_, end);
    if (begin >= text_.size()) return begin;
    if (!ends_here(at, end, begin)) return end;
    pieces_.push_back(text_.substr(start_, begin - start_));
    start_ = begin;
    return begin;
  }

  [[nodiscard]] bool is_closing(char32_t code, std::size_t at) const {
    if (!is_closing_quote(code)) return false;
    const Character after = character_at(text_, at + character_at(text_, at).length);
    return after.length == 0 || is_space(after.code) || after.code == ')' || after.code == '.';
  }

  [[nodiscard]] bool ends_here(std::size_t at, std::size_t end, std::size_t begin) const {
    const Character next = character_at(text_, begin);
    const bool spaced = begin > end;
    const bool full_stop = text_[at] == '.';
    const std::string before = word_before(text_, at);
    if (!spaced) return full_stop && lacks_space(at, end, begin, before);
    if (quotation_.is_open(start_, end)) return false;
    if (full_stop && holds(never_ends, before)) return false;
    if (is_lower(next.code)) {
      return full_stop && before.size() >= 4 && !holds(may_end, before) &&
             before.find('.') == std::string::npos;
    }
    if (!full_stop) return true;
    if (holds(may_end, before)) return is_upper(next.code) && before != "no" && before != "nos";
    return !is_initial(at, before, begin);
  }

  // "care.The next": a lower-case word or a bracket, a stop, a capitalised word, and no space.
  [[nodiscard]] bool lacks_space(std::size_t at, std::size_t end, std::size_t begin,
                                 const std::string& before) const {
    if (end != at + 1) return false;
    const Character next = character_at(text_, begin);
    const Character last = character_before(text_, at);
    const Character second = character_at(text_, begin + next.length);
    if (!is_upper(next.code) || !(is_lower(second.code) || is_space(second.code))) return false;
    if (last.code == ')' || last.code == '%' || is_closing_quote(last.code)) return true;
    return is_lower(last.code) && before.size() >= 3 && before.find('.') == std::string::npos &&
           !holds(never_ends, before);
  }

  // "J. Smith" and "U.K. Government" go on; "option B. The next" does not.
  [[nodiscard]] bool is_initial(std::size_t at, const std::string& before,
                                std::size_t begin) const {
    const bool single = before.size() == 1 && is_upper(character_before(text_, at).code);
    const bool dotted = before.size() >= 3 && before.find('.') != std::string::npos &&
                        !is_digit(static_cast<unsigned char>(before.back()));
    return (single || dotted) && !holds(openers, word_from(text_, begin));
  }

  std::string_view text_;
  Quotation quotation_;
  std::vector<std::string_view> pieces_;
  std::size_t start_ = 0;
};

}  // namespace

std::vector<std::string_view> split_sentences(std::string_view text) {
  return Splitter(text).split();
}

}  // namespace throughline::text
