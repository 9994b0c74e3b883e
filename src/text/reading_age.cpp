#include "text/reading_age.hpp"

#include "text/characters.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <cmath>

namespace throughline::text {
namespace {

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

void count_sentence(std::string_view sentence, ReadingAge& read) {
  int words = 0;
  for (const Token& token : tokens_of(sentence)) {
    if (token.kind == TokenKind::mark) continue;
    ++words;
    // A number is read as one short word: "9 am" is not hard.
    read.syllables += token.kind == TokenKind::word ? syllables_of(token.folded) : 1;
  }
  if (words == 0) return;
  ++read.sentences;
  read.words += words;
  if (words > most_easy_words) read.long_sentences.push_back(tidied(sentence));
}

}  // namespace

int syllables_of(std::string_view word) {
  int count = 0;
  bool before = false;
  for (const char c : word) {
    const bool vowel = is_vowel(c);
    if (vowel && !before) ++count;
    before = vowel;
  }
  // A last e is silent ("care"), but not after a consonant and l ("table").
  if (word.size() > 2 && word.back() == 'e' && !is_vowel(word[word.size() - 2])) {
    const bool spoken = word[word.size() - 2] == 'l' && !is_vowel(word[word.size() - 3]);
    if (!spoken) --count;
  }
  if (word.size() > 3 && word.ends_with("ed")) {
    const char c = word[word.size() - 3];
    if (c != 't' && c != 'd' && !is_vowel(c)) --count;
  }
  return std::max(count, 1);
}

ReadingAge reading_age_of(std::string_view text) {
  ReadingAge read;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    for (const auto sentence : split_sentences(text.substr(0, end))) count_sentence(sentence, read);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (read.words == 0) return read;
  read.grade = 0.39 * read.words / read.sentences + 11.8 * read.syllables / read.words - 15.59;
  read.age = std::max(5, static_cast<int>(std::lround(read.grade)) + 5);
  return read;
}

}  // namespace throughline::text
