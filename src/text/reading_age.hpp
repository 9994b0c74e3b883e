#pragma once

// How hard English prose is to read: the age at which most people can read it, and the sentences
// that are too long. A guide for who writes, no judgement: it counts lengths and knows no meaning.
//
// Units: `grade` in years of school in the United States (Flesch-Kincaid: 0.39 words a sentence and
// 11.8 syllables a word, less 15.59); `age` is five years more, as children there begin at five or
// six. Source: flesch-kincaid

#include <string>
#include <string_view>
#include <vector>

namespace throughline::text {

// More words than this make a sentence long. Source: gov-uk-style
inline constexpr int most_easy_words = 25;

struct ReadingAge {
  int sentences = 0;
  int words = 0;
  int syllables = 0;
  double grade = 0;
  int age = 0;                              // 5 or more; 0: no words
  std::vector<std::string> long_sentences;  // in the order of the text
};

// Every line of `text` is read by itself, so that a heading does not join the sentence after it.
[[nodiscard]] ReadingAge reading_age_of(std::string_view text);

// How many syllables an English word has, by its vowels: right for about nine words of ten.
[[nodiscard]] int syllables_of(std::string_view word);

}  // namespace throughline::text
