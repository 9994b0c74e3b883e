#pragma once

// Reads the sentences of a section into evidence statements: who said it, whether it is to the
// council's credit, on what, with which figures. Sentences are read in order, because "They said",
// "However" and "For example" lean on the one before. Rules that abstain ("unclear") rather than
// flatter; what they give is a suggestion that a person can correct.

#include "judge/elsewhere/page.hpp"
#include "judge/elsewhere/reading_rules.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace throughline::judge::elsewhere {

// What the sentence before leaves to the next one.
struct Context {
  std::vector<Voice> voices;
  std::optional<Polarity> polarity;
  bool lead_in = false;  // what follows is an item of its list
};

struct PolarityRead {
  Polarity polarity = Polarity::unclear;
  double confidence = 0;
  std::vector<std::string> cues;
};

using Tokens = std::vector<text::Token>;

[[nodiscard]] std::vector<Voice> read_voices(const VoiceRules& rules, const Tokens& tokens,
                                             const Context& before);
[[nodiscard]] PolarityRead read_polarity(const PolarityRules& rules, const Tokens& tokens,
                                         bool has_figures, const Context& before);
// At most two, the most often named first.
[[nodiscard]] std::vector<std::string> read_topics(const ReadingRules& rules, const Tokens& tokens,
                                                   const std::string& statement);
[[nodiscard]] std::vector<Figure> read_figures(const FigureRules& rules, std::string_view sentence,
                                               const Tokens& tokens);
[[nodiscard]] std::vector<std::string> read_programmes(std::string_view sentence,
                                                       const Tokens& tokens);

// Every sentence of the parts, once and in order; headings and list lead-ins are none.
// `statement` is the key of the quality statement, whose topic stands in when none is named.
[[nodiscard]] std::vector<EvidenceStatement> read_statements(const ReadingRules& rules,
                                                             std::span<const PagePart> parts,
                                                             const std::string& statement);

}  // namespace throughline::judge::elsewhere
