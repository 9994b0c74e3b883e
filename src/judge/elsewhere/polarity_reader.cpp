#include "judge/elsewhere/polarity_cues.hpp"
#include "judge/elsewhere/statement_reader.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace throughline::judge::elsewhere {
namespace {

using namespace weights;

// What the cues of one clause come to.
struct Clause {
  int strength = 0;
  int shortfall = 0;
  int progress = 0;
  int neutral = 0;
  bool mixed = false;
  bool better = false;  // a comparison has settled it
  bool worse = false;
};

class PolarityReader {
 public:
  PolarityReader(const PolarityRules& rules, const Tokens& tokens, bool has_figures,
                 const Context& before)
      : rules_(rules),
        tokens_(tokens),
        has_figures_(has_figures),
        before_(before),
        cues_(find_cues(rules, tokens)),
        clauses_(cues_.clauses.size()) {}

  PolarityRead read() {
    weigh();
    PolarityRead result = decide();
    for (const Cue& cue : cues_.found) {
      if (cue.weight >= strong || result.cues.size() < 3) result.cues.push_back(words(cue.span));
    }
    return result;
  }

 private:
  void weigh() {
    for (const Cue& cue : cues_.found) {
      Clause& clause = clauses_[cues_.clause_of(cue.span.from)];
      switch (cue.kind) {
        case CueKind::strength:
          clause.better = clause.better || cue.weight == settling;
          clause.strength += cue.weight;
          break;
        case CueKind::shortfall:
          clause.worse = clause.worse || cue.weight == settling;
          clause.shortfall += cue.weight;
          break;
        case CueKind::progress:
          clause.progress += cue.weight;
          break;
        case CueKind::neutral:
          clause.neutral += cue.weight;
          break;
        case CueKind::mixed:
          clause.mixed = true;
      }
    }
    // A "not" that no cue has taken up still tells against plain praise.
    for (const text::Span& negator : cues_.negators) {
      if (!cues_.holds(negator)) {
        Clause& clause = clauses_[cues_.clause_of(negator.from)];
        if (clause.strength < strong) clause.shortfall += 2 * weak;
      }
    }
  }

  [[nodiscard]] static std::optional<Polarity> of(const Clause& clause) {
    if (clause.mixed) return Polarity::mixed;
    if (clause.better && clause.worse) return Polarity::mixed;
    if (clause.better && clause.progress < firm) return Polarity::strength;
    if (clause.worse) return Polarity::shortfall;
    if (clause.neutral >= strong && clause.shortfall < strong && clause.progress < strong) {
      return Polarity::neutral;
    }
    if (clause.progress >= firm) return Polarity::in_progress;
    if (clause.progress >= strong && (clause.strength < 2 * strong || clause.shortfall >= strong)) {
      return Polarity::in_progress;
    }
    if (clause.shortfall >= strong) return Polarity::shortfall;
    if (clause.strength > 0 && clause.strength >= clause.shortfall) return Polarity::strength;
    if (clause.shortfall > 0) return Polarity::shortfall;
    if (clause.progress > 0) return Polarity::in_progress;
    return std::nullopt;
  }

  PolarityRead decide() {
    if (is_definition() && !before_.lead_in && !firmly_in_progress())
      return with_confidence(Polarity::neutral, 0.7);
    std::array<int, 6> seen{};
    for (const Clause& clause : clauses_) {
      if (const auto polarity = of(clause)) ++seen[static_cast<std::size_t>(*polarity)];
    }
    const auto has = [&](Polarity polarity) {
      return seen[static_cast<std::size_t>(polarity)] > 0;
    };
    if (has(Polarity::mixed)) return with_confidence(Polarity::mixed, 0.9);
    if (has(Polarity::in_progress)) {
      if (has(Polarity::shortfall) && has(Polarity::strength)) {
        return with_confidence(Polarity::mixed, 0.5);
      }
      return with_confidence(Polarity::in_progress, has(Polarity::shortfall) ? 0.6 : 0.8);
    }
    if (has(Polarity::shortfall)) {
      // "While A, B" sets one against the other even where B is plain.
      if (cues_.conceded && (clauses_.size() > 1 || cue_of(CueKind::strength))) {
        const bool both = seen[static_cast<std::size_t>(Polarity::shortfall)] ==
                          static_cast<int>(clauses_.size());
        if (!both || clauses_.size() == 1) return with_confidence(Polarity::mixed, 0.6);
      }
      return has(Polarity::strength) && cues_.contrasted
                 ? with_confidence(Polarity::mixed, 0.7)
                 : with_confidence(Polarity::shortfall, has(Polarity::strength) ? 0.5 : 0.8);
    }
    if (has(Polarity::neutral)) return with_confidence(Polarity::neutral, 0.7);
    return without_shortfall(has(Polarity::strength));
  }

  // Praise or nothing was found: what came before may say more.
  [[nodiscard]] PolarityRead without_shortfall(bool praised) const {
    const bool firmly = std::ranges::any_of(cues_.found, [](const Cue& cue) {
      return cue.kind == CueKind::strength && cue.weight >= strong;
    });
    if (firmly) return with_confidence(Polarity::strength, 0.8);
    if (cues_.turned && before_.polarity == Polarity::strength) {
      return with_confidence(Polarity::shortfall, 0.4);
    }
    if ((continues() || before_.lead_in) && before_.polarity &&
        *before_.polarity != Polarity::neutral) {
      return with_confidence(*before_.polarity, 0.4);
    }
    if (praised) return with_confidence(Polarity::strength, 0.5);
    if (has_figures_) return with_confidence(Polarity::neutral, 0.5);
    // A plain account of what is done counts for the council, unless a "not" went unread.
    return cues_.negators.empty() ? with_confidence(Polarity::strength, 0.3)
                                  : with_confidence(Polarity::unclear, 0);
  }

  [[nodiscard]] bool cue_of(CueKind kind) const {
    return std::ranges::any_of(cues_.found, [&](const Cue& cue) { return cue.kind == kind; });
  }

  [[nodiscard]] bool continues() const {
    return !tokens_.empty() && match_any(rules_.continues, tokens_, 0) > 0;
  }

  // Present tense and no past: "X is the process of ...". What stands in quotation marks is left
  // out, and so is a present that some other verb leads to.
  [[nodiscard]] bool is_definition() const {
    bool present = false;
    bool quoted = false;
    for (const text::Token& token : tokens_) {
      const std::string& word = token.folded;
      if (token.kind == text::TokenKind::mark) {
        if (token.text == "‘" || token.text == "“") quoted = true;
        if (token.text == "’" || token.text == "”") quoted = false;
      } else if (!quoted) {
        if (is_past(word) || (!present && word.ends_with("ed"))) return false;
        present = present || word == "is" || word == "are" || word == "sets";
      }
    }
    return present;
  }

  [[nodiscard]] static bool is_past(const std::string& word) {
    return word == "was" || word == "were" || word == "had" || word == "told" || word == "said" ||
           word == "did" || word == "shows" || word == "told";
  }

  [[nodiscard]] bool firmly_in_progress() const {
    return std::ranges::any_of(cues_.found, [](const Cue& cue) {
      return cue.kind == CueKind::progress && cue.weight >= strong;
    });
  }

  [[nodiscard]] static PolarityRead with_confidence(Polarity polarity, double confidence) {
    return {polarity, confidence, {}};
  }

  [[nodiscard]] std::string words(const text::Span& span) const {
    std::string text;
    for (std::size_t at = span.from; at < span.to; ++at) {
      if (!text.empty()) text += ' ';
      text += tokens_[at].folded;
    }
    return text;
  }

  const PolarityRules& rules_;
  const Tokens& tokens_;
  bool has_figures_;
  const Context& before_;
  Cues cues_;
  std::vector<Clause> clauses_;
};

}  // namespace

PolarityRead read_polarity(const PolarityRules& rules, const Tokens& tokens, bool has_figures,
                           const Context& before) {
  return PolarityReader(rules, tokens, has_figures, before).read();
}

}  // namespace throughline::judge::elsewhere
