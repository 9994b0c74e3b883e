#include "understand/suggestion.hpp"

#include <algorithm>

namespace throughline::understand {
namespace {

// Longer words are read no further: what decides a theme stands in the first pages.
constexpr std::size_t most_bytes_read = 20'000;

bool in_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || byte >= 0x80;
}

// Lower case, one space between words, so that cues are found with plain search: " how long ".
std::string plain_words(std::string_view text) {
  std::string plain = " ";
  for (char c : text.substr(0, most_bytes_read)) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (in_word(c)) {
      plain += c;
    } else if (plain.back() != ' ' && c != '\'') {
      plain += ' ';
    }
  }
  if (plain.back() != ' ') plain += ' ';
  return plain;
}

// The words that a cue matches, as they stand; "" when it does not occur.
std::string matched(const std::string& plain, const std::string& cue) {
  const bool beginning = cue.ends_with('*');
  auto sought = plain_words(beginning ? cue.substr(0, cue.size() - 1) : cue);
  if (sought.size() <= 1) return "";
  if (beginning) sought.pop_back();
  const auto at = plain.find(sought);
  if (at == std::string::npos) return "";
  const auto end = plain.find(' ', at + sought.size() - (beginning ? 0 : 1));
  return plain.substr(at + 1, end - at - 1);
}

}  // namespace

std::vector<Suggestion> suggest_themes(std::string_view words, const std::vector<Theme>& themes) {
  const auto plain = plain_words(words);
  std::vector<Suggestion> found;
  for (const auto& theme : themes) {
    Suggestion suggestion{theme.ref, theme.name, {}};
    for (const auto& cue : theme.cues) {
      auto words_found = matched(plain, cue);
      if (!words_found.empty() &&
          std::ranges::find(suggestion.because, words_found) == suggestion.because.end()) {
        suggestion.because.push_back(std::move(words_found));
      }
    }
    if (!suggestion.because.empty()) found.push_back(std::move(suggestion));
  }
  std::ranges::stable_sort(found, std::ranges::greater{},
                           [](const Suggestion& each) { return each.because.size(); });
  if (found.size() > most_suggestions) found.resize(most_suggestions);
  return found;
}

}  // namespace throughline::understand
