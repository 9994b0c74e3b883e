#include "judge/elsewhere/polarity_cues.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace throughline::judge::elsewhere {
namespace {

using namespace std::literals;
using namespace weights;

// Words that open a clause with a subject of its own: ", however, there was".
constexpr std::array subjects = {"there"sv,  "they"sv,     "the"sv,      "it"sv,       "this"sv,
                                 "some"sv,   "we"sv,       "people"sv,   "staff"sv,    "leaders"sv,
                                 "a"sv,      "an"sv,       "these"sv,    "many"sv,     "others"sv,
                                 "not"sv,    "more"sv,     "partners"sv, "feedback"sv, "data"sv,
                                 "carers"sv, "providers"sv};

std::size_t length(const text::Span& span) {
  return span.to - span.from;
}

bool overlap(const text::Span& left, const text::Span& right) {
  return left.from < right.to && right.from < left.to;
}

class CueFinder {
 public:
  CueFinder(const PolarityRules& rules, const std::vector<text::Token>& tokens)
      : rules_(rules), tokens_(tokens) {}

  Cues find() {
    find_clauses();
    find_negators();
    ignored_ = find_all(rules_.ignored, tokens_);
    find_changes();
    find_strong_cues();
    find_weak_cues();
    std::erase_if(cues_.negators, [&](const text::Span& negator) { return is_ignored(negator); });
    return std::move(cues_);
  }

 private:
  void find_clauses() {
    text::Span clause;
    bool opened_with_contrast = false;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (is_aside(at)) cues_.turned = true;
      const bool contrast =
          match_any(rules_.contrasts, tokens_, at) > at && !is_not_yet(at) && !is_aside(at);
      const bool ends = tokens_[at].folded == ";" || (contrast && at > 0) ||
                        (opened_with_contrast && tokens_[at].folded == "," && at >= 4);
      if (contrast && at == 0) {
        cues_.turned = tokens_[at].folded == "however";
        opened_with_contrast = cues_.conceded = !cues_.turned;
      }
      if (contrast && at > 0) cues_.contrasted = true;
      if (ends && at > clause.from) {
        if (opened_with_contrast) cues_.contrasted = true;
        opened_with_contrast = false;
        clause.to = at;
        cues_.clauses.push_back(clause);
        clause.from = at;
      }
    }
    clause.to = tokens_.size();
    cues_.clauses.push_back(clause);
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
      if (!excepted) cues_.negators.push_back(negator);
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
      const bool taken = std::ranges::any_of(
          cues_.found, [&](const Cue& each) { return overlap(each.span, cue.span); });
      if (!taken) cues_.found.push_back(cue);
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
    for (Cue& cue : cues_.found) {
      if (cue.kind != CueKind::shortfall) continue;
      const bool can_be = std::ranges::any_of(remedied, [&](const text::Span& each) {
        return each.from <= cue.span.from && each.to >= cue.span.to;
      });
      const bool is_remedied = std::ranges::any_of(remedies, [&](const text::Span& each) {
        return each.to <= cue.span.from && cue.span.from - each.to <= 5 &&
               cues_.clause_of(each.from) == cues_.clause_of(cue.span.from);
      });
      if (can_be && is_remedied) {
        cue.kind = CueKind::strength;
        cue.weight = weak;
      }
    }
  }

  // "not clear" is a shortfall and "no delays" a strength: a negator within three words before.
  void negate() {
    for (Cue& cue : cues_.found) {
      if (cue.kind != CueKind::strength && cue.kind != CueKind::shortfall) continue;
      for (const text::Span& negator : cues_.negators) {
        const bool near = negator.to <= cue.span.from && cue.span.from - negator.to <= 2 &&
                          !mark_between(negator.to, cue.span.from);
        const bool taken = std::ranges::any_of(cues_.found, [&](const Cue& other) {
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
      const bool taken = std::ranges::any_of(
          cues_.found, [&](const Cue& each) { return overlap(each.span, cue.span); });
      if (!taken) cues_.found.push_back(cue);
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
      if (overlap(thing, change) || cues_.clause_of(thing.from) != cues_.clause_of(change.from))
        continue;
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

  const PolarityRules& rules_;
  const std::vector<text::Token>& tokens_;
  std::vector<text::Span> ignored_;
  Cues cues_;
};

}  // namespace

std::size_t Cues::clause_of(std::size_t token) const {
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (token < clauses[i].to) return i;
  }
  return clauses.size() - 1;
}

bool Cues::holds(const text::Span& span) const {
  return std::ranges::any_of(found, [&](const Cue& each) { return overlap(each.span, span); });
}

Cues find_cues(const PolarityRules& rules, const std::vector<text::Token>& tokens) {
  return CueFinder(rules, tokens).find();
}

}  // namespace throughline::judge::elsewhere
