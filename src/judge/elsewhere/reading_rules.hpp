#pragma once

// The words that decide how a sentence is read, from data/reading/*.yaml: who says, what is praise,
// which topic, which unit. A council can add its own topics. Rules hold words; the readers of
// voices, polarity, topics and figures hold what is done with them.

#include "base/embedded.hpp"
#include "base/result.hpp"
#include "judge/elsewhere/page.hpp"
#include "text/phrases.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::judge {

// data/reading/*.yaml
[[nodiscard]] base::EmbeddedFiles embedded_reading();

}  // namespace throughline::judge

namespace throughline::judge::elsewhere {

using Phrases = std::vector<text::Phrase>;

struct VoiceRules {
  std::vector<std::pair<Voice, Phrases>> groups;
  std::vector<std::pair<Voice, Phrases>> surveys;
  std::vector<std::pair<Voice, Phrases>> asked;  // only beside a percentage
  std::vector<std::pair<Voice, Phrases>> examples;
  Phrases reports;
  Phrases plain_reports;
  Phrases feedback;
  Phrases judged;
  Phrases documents;
  Phrases document_reports;
  Phrases heard;
};

struct PolarityRules {
  Phrases better, worse, strong_strength, weak_strength, shortfall, weak_shortfall;
  Phrases firm_progress, progress, weak_progress, mixed, neutral;
  Phrases good_things, bad_things, rises, falls, high_levels, low_levels;
  Phrases negators, not_negators, contrasts, continues;
  Phrases ignored, remedies, remedied;
};

struct FigureRules {
  std::vector<std::pair<std::string, Phrases>> units;
  Phrases counted;
  Phrases naming;
  Phrases age_after;
  Phrases period_before;
};

// Which number or words of a landing page's sentence are a fact.
struct FactRule {
  enum class Takes { before, after, percent, words, name };
  std::string name;  // "population"
  Takes takes = Takes::after;
  Phrases when;
};

struct ReadingRules {
  VoiceRules voices;
  PolarityRules polarity;
  std::vector<std::pair<std::string, Phrases>> topics;
  FigureRules figures;
  std::vector<FactRule> facts;
};

// The rules that come with the program; throws when a file cannot be read (a bug).
[[nodiscard]] ReadingRules built_in_rules();

// Adds topics, or words to topics that are there. Shape: a map of topic to a list of patterns.
// Errors: invalid, naming the line or the pattern.
[[nodiscard]] base::Result<void> add_topics(ReadingRules& rules, std::string_view yaml);

// Every place where one of the phrases is found.
[[nodiscard]] std::vector<text::Span> find_all(const Phrases& phrases,
                                               const std::vector<text::Token>& tokens);
// The longest match that starts at a token; its end, or `at` when there is none.
[[nodiscard]] std::size_t match_any(const Phrases& phrases, const std::vector<text::Token>& tokens,
                                    std::size_t at);

}  // namespace throughline::judge::elsewhere
