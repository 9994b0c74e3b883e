#pragma once

// The words of a sentence that tell for or against the council, clause by clause. Finds and places
// them; what they come to is for the polarity reader.

#include "judge/elsewhere/reading_rules.hpp"

#include <vector>

namespace throughline::judge::elsewhere {

enum class CueKind { strength, shortfall, progress, mixed, neutral };

// How much a cue weighs in its clause.
namespace weights {
inline constexpr int settling = 6;  // decides a clause whatever else it says
inline constexpr int firm = 4;
inline constexpr int strong = 3;
inline constexpr int weak = 1;
}  // namespace weights

struct Cue {
  CueKind kind = CueKind::neutral;
  int weight = 0;
  text::Span span;
};

struct Cues {
  std::vector<text::Span> clauses;   // the sentence, without a gap
  std::vector<Cue> found;            // none overlaps another
  std::vector<text::Span> negators;  // each "not", taken up by a cue or not
  bool contrasted = false;           // two clauses are set against each other
  bool conceded = false;             // it opens with "While" or the like
  bool turned = false;               // "However" turns the sentence before

  [[nodiscard]] std::size_t clause_of(std::size_t token) const;
  // Is the span inside one of the cues?
  [[nodiscard]] bool holds(const text::Span& span) const;
};

[[nodiscard]] Cues find_cues(const PolarityRules& rules, const std::vector<text::Token>& tokens);

}  // namespace throughline::judge::elsewhere
