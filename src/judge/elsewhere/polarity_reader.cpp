#include "judge/elsewhere/statement_reader.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace throughline::judge::elsewhere {
namespace {

using namespace std::literals;

enum class CueKind { strength, shortfall, progress, mixed, neutral };

struct Cue {
  CueKind kind;
  int weight;
  text::Span span;
};

constexpr int settling = 6;  // decides a clause whatever else it says
constexpr int firm = 4;
constexpr int strong = 3;
constexpr int weak = 1;

// Words that open a clause with a subject of its own: ", however, there was".
constexpr std::array subjects = {"there"sv,  "they"sv,     "the"sv,      "it"sv,       "this"sv,
                                 "some"sv,   "we"sv,       "people"sv,   "staff"sv,    "leaders"sv,
                                 "a"sv,      "an"sv,       "these"sv,    "many"sv,     "others"sv,
                                 "not"sv,    "more"sv,     "partners"sv, "feedback"sv, "data"sv,
                                 "carers"sv, "providers"sv};

struct Clause {
  std::size_t from = 0;
  std::size_t to = 0;
  int strength = 0;
  int shortfall = 0;
  int progress = 0;
  int neutral = 0;
  bool mixed = false;
  bool better = false;  // a comparison has settled it
  bool worse = false;
};

std::size_t length(const text::Span& span) {
  return span.to - span.from;
}

bool overlap(const text::Span& left, const text::Span& right) {
  return left.from < right.to && right.from < left.to;
}

class PolarityReader {
 public:
  PolarityReader(const PolarityRules& rules, const Tokens& tokens, bool has_figures,
                 const Context& before)
      : rules_(rules), tokens_(tokens), has_figures_(has_figures), before_(before) {}

  PolarityRead read() {
    find_clauses();
    find_negators();
    ignored_ = find_all(rules_.ignored, tokens_);
    find_changes();
    find_strong_cues();
    find_weak_cues();
    weigh();
    PolarityRead result = decide();
    for (const Cue& cue : cues_) {
      if (cue.weight >= strong || result.cues.size() < 3) result.cues.push_back(words(cue.span));
    }
    return result;
  }

 private:
  void find_clauses() {
    Clause clause;
    bool opened_with_contrast = false;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (is_aside(at)) turned_ = true;
      const bool contrast =
          match_any(rules_.contrasts, tokens_, at) > at && !is_not_yet(at) && !is_aside(at);
      const bool ends = tokens_[at].folded == ";" || (contrast && at > 0) ||
                        (opened_with_contrast && tokens_[at].folded == "," && at >= 4);
      if (contrast && at == 0) {
        turned_ = tokens_[at].folded == "however";
        opened_with_contrast = conceded_ = !turned_;
      }
      if (contrast && at > 0) contrasted_ = true;
      if (ends && at > clause.from) {
        if (opened_with_contrast) contrasted_ = true;
        opened_with_contrast = false;
        clause.to = at;
        clauses_.push_back(clause);
        clause = {};
        clause.from = at;
      }
    }
    clause.to = tokens_.size();
    clauses_.push_back(clause);
  }

  // ", however," turns against the sentence before; it does not split this one.
  [[nodiscard]] bool is_aside(std::size_t at) const {
    return at > 0 && tokens_[at].folded == "however" && tokens_[at - 1].folded == "," &&
           at + 2 < tokens_.size() && tokens_[at + 1].folded == "," &&
           std::ranges::find(subjects, tokens_[at + 2].folded) == subjects.end();
  }

  // "not yet" and "yet to" are no contrast.
  [[nodiscard]] bool is_not_yet(std::size_t at) const {
    if (tokens_[at].folded != "yet") return false;
    const bool before =
        at > 0 && (tokens_[at - 1].folded == "not" || tokens_[at - 1].folded.starts_with("ha"));
    return before || (at + 1 < tokens_.size() && tokens_[at + 1].folded == "to");
  }

  void find_negators() {
    const std::vector<text::Span> exceptions = find_all(rules_.not_negators, tokens_);
    for (const text::Span& negator : find_all(rules_.negators, tokens_)) {
      const bool excepted = std::ranges::any_of(
          exceptions, [&](const text::Span& each) { return overlap(each, negator); });
      if (!excepted) negators_.push_back(negator);
    }
  }

  void collect(std::vector<Cue>& found, const Phrases& phrases, CueKind kind, int weight) const {
    for (const text::Span& span : find_all(phrases, tokens_)) found.push_back({kind, weight, span});
  }

  [[nodiscard]] bool is_ignored(const text::Span& span) const {
    return std::ranges::any_of(ignored_, [&](const text::Span& each) {
      return overlap(each, span) && length(each) >= length(span);
    });
  }

  // Longer cues win over shorter ones that they overlap.
  void keep_longest(std::vector<Cue> found) {
    std::erase_if(found, [&](const Cue& cue) { return is_ignored(cue.span); });
    std::ranges::stable_sort(found, [](const Cue& left, const Cue& right) {
      return length(left.span) > length(right.span);
    });
    for (const Cue& cue : found) {
      const bool taken =
          std::ranges::any_of(cues_, [&](const Cue& each) { return overlap(each.span, cue.span); });
      if (!taken) cues_.push_back(cue);
    }
  }

  void find_strong_cues() {
    std::vector<Cue> found;
    collect(found, rules_.better, CueKind::strength, settling);
    collect(found, rules_.worse, CueKind::shortfall, settling);
    collect(found, rules_.firm_progress, CueKind::progress, firm);
    collect(found, rules_.mixed, CueKind::mixed, strong);
    collect(found, rules_.neutral, CueKind::neutral, strong);
    collect(found, rules_.shortfall, CueKind::shortfall, strong);
    collect(found, rules_.progress, CueKind::progress, strong);
    collect(found, rules_.strong_strength, CueKind::strength, strong);
    keep_longest(std::move(found));
    remedy();
    negate();
  }

  // "reduced delays" and "to identify gaps": what is dealt with is no shortfall.
  void remedy() {
    const std::vector<text::Span> remedies = find_all(rules_.remedies, tokens_);
    const std::vector<text::Span> remedied = find_all(rules_.remedied, tokens_);
    for (Cue& cue : cues_) {
      if (cue.kind != CueKind::shortfall) continue;
      const bool can_be = std::ranges::any_of(remedied, [&](const text::Span& each) {
        return each.from <= cue.span.from && each.to >= cue.span.to;
      });
      const bool is_remedied = std::ranges::any_of(remedies, [&](const text::Span& each) {
        return each.to <= cue.span.from && cue.span.from - each.to <= 5 &&
               clause_of(each.from) == clause_of(cue.span.from);
      });
      if (can_be && is_remedied) {
        cue.kind = CueKind::strength;
        cue.weight = weak;
      }
    }
  }

  // "not clear" is a shortfall and "no delays" a strength: a negator within three words before.
  void negate() {
    for (Cue& cue : cues_) {
      if (cue.kind != CueKind::strength && cue.kind != CueKind::shortfall) continue;
      for (const text::Span& negator : negators_) {
        const bool near = negator.to <= cue.span.from && cue.span.from - negator.to <= 2 &&
                          !mark_between(negator.to, cue.span.from);
        const bool taken = std::ranges::any_of(cues_, [&](const Cue& other) {
          return &other != &cue && overlap(other.span, negator);
        });
        if (!near || taken) continue;
        cue.kind = cue.kind == CueKind::strength ? CueKind::shortfall : CueKind::strength;
        cue.span.from = negator.from;
        break;
      }
    }
  }

  [[nodiscard]] bool mark_between(std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < to; ++at) {
      if (tokens_[at].kind == text::TokenKind::mark) return true;
    }
    return false;
  }

  // A rise or fall of something good or bad: "reduction in complaints", "vacancies had grown".
  void find_changes() {
    const std::vector<text::Span> good = find_all(rules_.good_things, tokens_);
    const std::vector<text::Span> bad = find_all(rules_.bad_things, tokens_);
    std::vector<Cue> found;
    const auto add = [&](const Phrases& changes, bool rise, bool level) {
      for (const text::Span& change : find_all(changes, tokens_)) {
        const text::Span* to_good = nearest(good, change, level);
        const text::Span* to_bad = nearest(bad, change, level);
        if ((!to_good && !to_bad) || is_ignored(change)) continue;
        const bool of_good =
            to_good && (!to_bad || distance(*to_good, change) < distance(*to_bad, change));
        const text::Span& thing = of_good ? *to_good : *to_bad;
        found.push_back({of_good == rise ? CueKind::strength : CueKind::shortfall,
                         strong,
                         {std::min(change.from, thing.from), std::max(change.to, thing.to)}});
      }
    };
    add(rules_.rises, true, false);
    add(rules_.falls, false, false);
    add(rules_.high_levels, true, true);
    add(rules_.low_levels, false, true);
    std::ranges::stable_sort(found, [](const Cue& left, const Cue& right) {
      return length(left.span) < length(right.span);
    });
    for (const Cue& cue : found) {
      const bool taken =
          std::ranges::any_of(cues_, [&](const Cue& each) { return overlap(each.span, cue.span); });
      if (!taken) cues_.push_back(cue);
    }
  }

  [[nodiscard]] static std::size_t distance(const text::Span& thing, const text::Span& change) {
    return thing.from >= change.to ? thing.from - change.to : change.from - thing.to + 2;
  }

  // The nearest thing within the reach of a change, in the same clause; one after it is nearer
  // than one before. A level reaches only its neighbours, or back over a verb.
  [[nodiscard]] const text::Span* nearest(const std::vector<text::Span>& things,
                                          const text::Span& change, bool level) const {
    const text::Span* best = nullptr;
    for (const text::Span& thing : things) {
      if (overlap(thing, change) || clause_of(thing.from) != clause_of(change.from)) continue;
      const bool before = thing.to <= change.from;
      if (level && before && !follows_verb(change.from)) continue;
      if (distance(thing, change) > (level ? (before ? 6u : 2u) : (before ? 10u : 6u))) continue;
      if (!best || distance(thing, change) < distance(*best, change)) best = &thing;
    }
    return best;
  }

  [[nodiscard]] bool follows_verb(std::size_t at) const {
    for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
      const std::string& word = tokens_[at - back].folded;
      if (word == "was" || word == "were" || word == "is" || word == "are" || word == "remained") {
        return true;
      }
    }
    return false;
  }

  void find_weak_cues() {
    std::vector<Cue> found;
    collect(found, rules_.weak_shortfall, CueKind::shortfall, weak);
    collect(found, rules_.weak_progress, CueKind::progress, weak);
    collect(found, rules_.weak_strength, CueKind::strength, weak);
    keep_longest(std::move(found));
  }

  [[nodiscard]] std::size_t clause_of(std::size_t token) const {
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      if (token < clauses_[i].to) return i;
    }
    return clauses_.size() - 1;
  }

  void weigh() {
    for (const Cue& cue : cues_) {
      Clause& clause = clauses_[clause_of(cue.span.from)];
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
    for (const text::Span& negator : negators_) {
      const bool taken =
          std::ranges::any_of(cues_, [&](const Cue& each) { return overlap(each.span, negator); });
      if (!taken && !is_ignored(negator)) {
        Clause& clause = clauses_[clause_of(negator.from)];
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
      if (conceded_ && (clauses_.size() > 1 || cue_of(CueKind::strength))) {
        const bool both = seen[static_cast<std::size_t>(Polarity::shortfall)] ==
                          static_cast<int>(clauses_.size());
        if (!both || clauses_.size() == 1) return with_confidence(Polarity::mixed, 0.6);
      }
      return has(Polarity::strength) && contrasted_
                 ? with_confidence(Polarity::mixed, 0.7)
                 : with_confidence(Polarity::shortfall, has(Polarity::strength) ? 0.5 : 0.8);
    }
    if (has(Polarity::neutral)) return with_confidence(Polarity::neutral, 0.7);
    return without_shortfall(has(Polarity::strength));
  }

  // Praise or nothing was found: what came before may say more.
  [[nodiscard]] PolarityRead without_shortfall(bool praised) const {
    const bool firmly = std::ranges::any_of(cues_, [](const Cue& cue) {
      return cue.kind == CueKind::strength && cue.weight >= strong;
    });
    if (firmly) return with_confidence(Polarity::strength, 0.8);
    if (turned_ && before_.polarity == Polarity::strength) {
      return with_confidence(Polarity::shortfall, 0.4);
    }
    if ((continues() || before_.lead_in) && before_.polarity &&
        *before_.polarity != Polarity::neutral) {
      return with_confidence(*before_.polarity, 0.4);
    }
    if (praised) return with_confidence(Polarity::strength, 0.5);
    if (has_figures_) return with_confidence(Polarity::neutral, 0.5);
    // A plain account of what is done counts for the council, unless a "not" went unread.
    return negators_.empty() ? with_confidence(Polarity::strength, 0.3)
                             : with_confidence(Polarity::unclear, 0);
  }

  [[nodiscard]] bool cue_of(CueKind kind) const {
    return std::ranges::any_of(cues_, [&](const Cue& cue) { return cue.kind == kind; });
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
    return std::ranges::any_of(cues_, [](const Cue& cue) {
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
  std::vector<Clause> clauses_;
  std::vector<text::Span> negators_;
  std::vector<text::Span> ignored_;
  std::vector<Cue> cues_;
  bool contrasted_ = false;  // two clauses are set against each other
  bool conceded_ = false;    // it opens with "While" or the like
  bool turned_ = false;      // "However" turns the sentence before
};

}  // namespace

PolarityRead read_polarity(const PolarityRules& rules, const Tokens& tokens, bool has_figures,
                           const Context& before) {
  return PolarityReader(rules, tokens, has_figures, before).read();
}

}  // namespace throughline::judge::elsewhere
