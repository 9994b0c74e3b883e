#include "judge/elsewhere/statement_reader.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>

namespace throughline::judge::elsewhere {
namespace {

using namespace std::literals;

// A run of capitalised words that holds one of these names a thing.
constexpr std::array kinds = {"board"sv,    "strategy"sv,  "plan"sv,       "programme"sv,
                              "academy"sv,  "framework"sv, "award"sv,      "charter"sv,
                              "forum"sv,    "project"sv,   "hub"sv,        "network"sv,
                              "alliance"sv, "scheme"sv,    "initiative"sv, "fund"sv,
                              "group"sv,    "panel"sv,     "policy"sv,     "survey"sv};
constexpr std::array small_words = {"of"sv, "and"sv, "for"sv, "the"sv, "in"sv, "with"sv};

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

std::string between(std::string_view sentence, const Tokens& tokens, std::size_t from,
                    std::size_t to) {
  const text::Token& last = tokens[to - 1];
  return std::string(
      sentence.substr(tokens[from].at, last.at + last.text.size() - tokens[from].at));
}

bool is_curly(const text::Token& token, char32_t one, char32_t other) {
  const text::Character mark = text::character_at(token.text, 0);
  return mark.code == one || mark.code == other;
}

// ‘Festival of Learning’: a quotation of a few words that starts with a capital.
std::size_t quoted_title(const Tokens& tokens, std::size_t at) {
  if (!is_curly(tokens[at], 0x2018, 0x201C)) return at;
  if (at + 1 >= tokens.size() || !tokens[at + 1].capital) return at;
  for (std::size_t end = at + 1; end < tokens.size() && end < at + 16; ++end) {
    if (is_curly(tokens[end], 0x2019, 0x201D)) return end;
  }
  return at;
}

}  // namespace

std::vector<std::string> read_programmes(std::string_view sentence, const Tokens& tokens) {
  std::vector<std::string> programmes;
  const auto add = [&](std::size_t from, std::size_t to) {
    std::string name = between(sentence, tokens, from, to);
    if (std::ranges::find(programmes, name) == programmes.end()) {
      programmes.push_back(std::move(name));
    }
  };
  for (std::size_t at = 0; at < tokens.size();) {
    if (const std::size_t end = quoted_title(tokens, at); end > at + 1) {
      add(at + 1, end);
      at = end + 1;
      continue;
    }
    std::size_t end = at;
    std::size_t last = at;
    bool named = false;
    while (end < tokens.size() && (tokens[end].capital || holds(small_words, tokens[end].folded))) {
      if (tokens[end].capital) {
        last = end + 1;
        named = named || holds(kinds, tokens[end].folded);
      } else if (end == at) {
        break;
      }
      ++end;
    }
    // A sentence opens with a capital whatever its first word is.
    const std::size_t from = at == 0 && tokens[0].folded == "the" ? 1 : at;
    if (named && last >= from + 2) add(from, last);
    at = std::max(end, at + 1);
  }
  return programmes;
}

}  // namespace throughline::judge::elsewhere
