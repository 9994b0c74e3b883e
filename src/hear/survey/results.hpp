#pragma once

// What a wave came to, question by question: counts, shares and how sure they are. "Prefer not to
// say" and questions left out stand apart and are in no share. Where fewer than `least_shown`
// people answered, nothing is shown, so that no answer can be put to a person.

#include "hear/survey/wave.hpp"
#include "stats/intervals.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::hear::survey {

inline constexpr std::int64_t least_shown = 5;
// Below it a share is shown with the advice to read it with care.
inline constexpr std::int64_t least_sound = 30;

struct OptionTally {
  std::string code;
  std::string label;
  std::int64_t count = 0;
  stats::Interval share{};
};

// Of a question that is answered with a number, 0 to 10 among them.
struct NumberTally {
  double mean = 0;
  double median = 0;
};

struct QuestionTally {
  Question question;
  std::int64_t asked = 0;                  // who came to the question
  std::int64_t base = 0;                   // who answered it: what shares are of
  std::int64_t declined = 0;               // preferred not to say
  std::int64_t missing = 0;                // came to it and left it out
  std::vector<OptionTally> options{};      // in order; empty for words and plain numbers, and when
                                           // fewer than least_shown answered
  std::optional<OptionTally> first_two{};  // of a five-point scale: "Strongly agree or Agree"
  std::optional<NumberTally> numbers{};

  [[nodiscard]] bool withheld() const { return base < least_shown; }
  [[nodiscard]] bool with_care() const { return !withheld() && base < least_sound; }
};

struct WaveTally {
  Wave wave;
  Survey survey;
  std::int64_t responses = 0;
  std::vector<QuestionTally> questions;
};

[[nodiscard]] std::optional<WaveTally> tally(store::Reader& reader, const std::string& authority_id,
                                             const std::string& wave_ref);

// How many gave one of `answers`, as a share of those who answered.
// Errors: invalid, when no answer of the question is chosen or fewer than least_shown answered.
[[nodiscard]] base::Result<OptionTally> combined(const QuestionTally& tally,
                                                 const std::vector<std::string>& answers);

// The whole of it for a spreadsheet: a row an option, with base, share and interval. What is
// withheld is empty.
[[nodiscard]] std::string results_csv(const WaveTally& tally);

// What differs between two waves.
struct ComparedAnswer {
  std::string label;  // an option; for a scale "The whole scale"
  double before = 0;  // a share; for a scale its mean place, 1 being the first answer
  double after = 0;
  double lower = 0;  // of the 95% interval around the difference of shares; for a scale unused
  double upper = 0;
  double p = 1;  // raised for all tests of the comparison (Holm)
  bool enough = false;
  bool scale = false;
};

struct ComparedQuestion {
  Question question;  // of the later wave
  std::int64_t base_before = 0;
  std::int64_t base_after = 0;
  bool withheld = false;
  std::vector<ComparedAnswer> answers;
};

struct Comparison {
  WaveTally before;
  WaveTally after;
  std::vector<ComparedQuestion> questions;
  std::vector<std::string> only_after;  // questions that the earlier wave did not ask so
  int tests = 0;
};

// Questions are paired by their number within one survey, and across versions when they have the
// same words, kind and answers. Scales are compared whole by ranks, other questions answer by
// answer; docs/statistics.md.
[[nodiscard]] Comparison compare(WaveTally before, WaveTally after);

// Whether a raised p value says that something differs.
[[nodiscard]] inline bool differs(const ComparedAnswer& answer) {
  return answer.enough && answer.p < 0.05;
}

}  // namespace throughline::hear::survey
