#include "judge/elsewhere/statement_reader.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace throughline::judge::elsewhere {
namespace {

using namespace std::literals;

constexpr std::array breaks = {"but"sv,  "however"sv, "although"sv, "while"sv, "whilst"sv,
                               "that"sv, "because"sv, "so"sv,       "when"sv,  "where"sv,
                               "if"sv,   ";"sv,       ":"sv,        "."sv,     "("sv};
constexpr std::array passives = {"described"sv, "reported"sv, "seen"sv,      "viewed"sv,
                                 "raised"sv,    "voiced"sv,   "expressed"sv, "highlighted"sv,
                                 "praised"sv,   "echoed"sv,   "confirmed"sv};
constexpr std::array auxiliaries = {"was"sv, "were"sv, "is"sv,   "are"sv,
                                    "had"sv, "has"sv,  "have"sv, "been"sv};
// A group after one of these completes another word: "staff who worked with people said".
constexpr std::array complements = {"with"sv,   "for"sv,       "of"sv,     "supporting"sv, "by"sv,
                                    "to"sv,     "alongside"sv, "on"sv,     "about"sv,      "in"sv,
                                    "within"sv, "at"sv,        "across"sv, "between"sv};

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

struct Mention {
  Voice voice;
  text::Span span;
};

class VoiceReader {
 public:
  VoiceReader(const VoiceRules& rules, const Tokens& tokens, const Context& before)
      : rules_(rules), tokens_(tokens), before_(before) {
    find_mentions();
  }

  std::vector<Voice> read() {
    read_feedback();
    read_reports();
    read_passives();
    read_examples();
    read_surveys();
    read_documents();
    if (voices_.empty() && heard()) add(Voice::unspecified);
    if (voices_.empty() && before_.lead_in) voices_ = before_.voices;
    if (voices_.empty()) add(Voice::processes);
    std::ranges::sort(voices_);
    return voices_;
  }

 private:
  // The longest group at each place, the earlier list winning a tie.
  void find_mentions() {
    for (std::size_t at = 0; at < tokens_.size();) {
      Mention best{Voice::people, {at, at}};
      for (const auto& [voice, phrases] : rules_.groups) {
        const std::size_t end = match_any(phrases, tokens_, at);
        if (end > best.span.to) best = {voice, {at, end}};
      }
      if (best.span.to > at) mentions_.push_back(best);
      at = std::max(best.span.to, at + 1);
    }
  }

  // "<group> ... told us": every group of the subject, back from the verb.
  void read_reports() {
    bool reported = false;
    for (std::size_t at = 0; at < tokens_.size();) {
      const std::size_t end = match_any(rules_.reports, tokens_, at);
      if (end == at) {
        ++at;
        continue;
      }
      const bool first = !reported;
      if (is_deed(at)) {
        at = end;
        continue;
      }
      const bool plain = match_any(rules_.plain_reports, tokens_, at) > at;
      if ((first || plain) && add_subject(at, first)) reported = true;
      at = end;
    }
  }

  // "Had agreed a plan" is a deed and "they were described as" a passive: no claim of theirs.
  [[nodiscard]] bool is_deed(std::size_t verb) const {
    if (verb == 0) return false;
    const std::string& before = tokens_[verb - 1].folded;
    if (before == "was" || before == "were" || before == "been" || before == "be") return true;
    return tokens_[verb].folded == "agreed" && (before == "had" || before == "jointly");
  }

  // "Was described by staff as": the group after "by".
  void read_passives() {
    for (const Mention& mention : mentions_) {
      if (mention.span.from == 0 || tokens_[mention.span.from - 1].folded != "by") continue;
      for (std::size_t back = 2; back <= 10 && back <= mention.span.from; ++back) {
        const std::string& word = tokens_[mention.span.from - back].folded;
        if (std::ranges::find(passives, word) == passives.end()) continue;
        add(mention.voice);
        break;
      }
    }
  }

  // Adds the groups in the subject of the verb at `verb`. A later report counts only when its
  // subject opens a clause of its own.
  bool add_subject(std::size_t verb, bool first) {
    if (verb == 0) return false;
    const std::size_t start = subject_start(verb);
    bool found = false;
    if (!first && !opens_clause(start)) return add_joined_subject(verb);
    for (const Mention& mention : mentions_) {
      if (mention.span.from < start || mention.span.to > verb) continue;
      if (completes(mention, start)) continue;
      add(mention.voice);
      found = true;
    }
    return found || add_antecedent(start, verb);
  }

  // ", and staff spoke": a group right before the verb that opens a clause.
  bool add_joined_subject(std::size_t verb) {
    for (const Mention& mention : mentions_) {
      const std::size_t from = mention.span.from;
      if (mention.span.to != verb || from < 2) continue;
      if (tokens_[from - 1].folded != "and" || tokens_[from - 2].folded != ",") continue;
      add(mention.voice);
      return true;
    }
    return false;
  }

  // "They said": whoever opened this sentence, else the voice of the one before.
  bool add_antecedent(std::size_t start, std::size_t verb) {
    const std::size_t pronoun = pronoun_in(start, verb);
    if (pronoun == verb || !voices_.empty()) return false;
    if (pronoun > 0 && is_wh_word(tokens_[pronoun - 1].folded)) return false;
    if (!mentions_.empty() && mentions_.front().span.from < 3 &&
        mentions_.front().span.to <= pronoun) {
      add(mentions_.front().voice);
      return true;
    }
    if (pronoun > 4) return false;
    for (const Voice voice : before_.voices) add(voice);
    return !before_.voices.empty();
  }

  [[nodiscard]] static bool is_wh_word(const std::string& word) {
    return word == "what" || word == "how" || word == "which" || word == "that" ||
           word == "where" || word == "when";
  }

  // Walks back to where the subject begins: over its own words and relative clauses, not over
  // another verb or a conjunction.
  [[nodiscard]] std::size_t subject_start(std::size_t verb) const {
    std::size_t at = verb;
    while (at > 0 && verb - at < 24) {
      const std::string& word = tokens_[at - 1].folded;
      if (holds(breaks, word) && word != "(") break;
      if (match_any(rules_.plain_reports, tokens_, at - 1) == at) break;
      if (word == "and" && at >= 2 && tokens_[at - 2].folded == "," && at < verb &&
          (tokens_[at].folded == "the" || tokens_[at].folded == "they")) {
        break;
      }
      if (holds(auxiliaries, word) && at != verb && !in_relative_clause(at - 1)) break;
      --at;
    }
    return at;
  }

  [[nodiscard]] bool in_relative_clause(std::size_t at) const {
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
      const std::string& word = tokens_[at - back].folded;
      if (word == "who" || word == "whose" || word == "we" || word == "which") return true;
    }
    return false;
  }

  [[nodiscard]] bool opens_clause(std::size_t start) const {
    if (start == 0) return true;
    const std::string& word = tokens_[start - 1].folded;
    return word == "but" || word == "while" || word == "whilst" || word == ";" ||
           word == "although" || word == "however";
  }

  // Is the mention a complement ("staff who worked with people") rather than a subject?
  [[nodiscard]] bool completes(const Mention& mention, std::size_t start) const {
    for (std::size_t at = mention.span.from; at > start && mention.span.from - at < 3;) {
      --at;
      const std::string& word = tokens_[at].folded;
      if (word == "and" || word == "," || word == "from" || word == "or") return false;
      if (holds(complements, word)) return at > start && any_mention_before(at, start);
    }
    return false;
  }

  [[nodiscard]] bool any_mention_before(std::size_t at, std::size_t start) const {
    return std::ranges::any_of(mentions_, [&](const Mention& mention) {
      return mention.span.from >= start && mention.span.to <= at;
    });
  }

  // Where the subject holds a pronoun; `verb` when it holds none.
  [[nodiscard]] std::size_t pronoun_in(std::size_t start, std::size_t verb) const {
    for (std::size_t at = start; at < verb; ++at) {
      const std::string& word = tokens_[at].folded;
      if (word == "they" || word == "some" || word == "others" || word == "he" || word == "she") {
        return at;
      }
    }
    return verb;
  }

  // "One person waited six months" is that person's account.
  void read_examples() {
    for (const auto& [voice, phrases] : rules_.examples) {
      if (!find_all(phrases, tokens_).empty()) add(voice);
    }
  }

  // "Feedback from partners was mixed", "people's experiences were varied", "we heard positive
  // feedback from staff".
  void read_feedback() {
    const std::vector<text::Span> judged = find_all(rules_.judged, tokens_);
    if (judged.empty() && !heard()) return;
    for (const text::Span& feedback : find_all(rules_.feedback, tokens_)) {
      for (const Mention& mention : mentions_) {
        const bool before =
            mention.span.to <= feedback.from && only_marks_between(mention.span.to, feedback.from);
        const bool after = mention.span.from >= feedback.to &&
                           mention.span.from <= feedback.to + 8 &&
                           joined_by_from(feedback.to, mention.span.from);
        if ((before || after) && mention.voice != Voice::leaders) add(mention.voice);
      }
    }
    if (heard()) read_heard_from();
  }

  // "We heard from staff, partners and people".
  void read_heard_from() {
    std::size_t reached = 0;
    for (const Mention& mention : mentions_) {
      const std::size_t from = mention.span.from;
      const bool follows = from > 0 && tokens_[from - 1].folded == "from";
      const bool listed = reached > 0 && from <= reached + 2 &&
                          (tokens_[from - 1].folded == "and" || tokens_[from - 1].folded == ",");
      if (!follows && !listed) continue;
      add(mention.voice);
      reached = mention.span.to;
    }
  }

  [[nodiscard]] bool only_marks_between(std::size_t from, std::size_t to) const {
    return std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(from),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(to),
                       [](const text::Token& token) {
                         return token.kind == text::TokenKind::mark && token.folded != ",";
                       });
  }

  [[nodiscard]] bool joined_by_from(std::size_t from, std::size_t to) const {
    bool joined = false;
    for (std::size_t at = from; at < to; ++at) {
      const std::string& word = tokens_[at].folded;
      if (word == "from" || word == "of") joined = true;
      if (holds(auxiliaries, word) || word == "about" || word == "on") return false;
    }
    return joined;
  }

  void read_surveys() {
    add_asked(rules_.surveys);
    const bool percentage = std::ranges::any_of(tokens_, [](const text::Token& token) {
      return token.folded == "%" || token.folded == "percent" || token.folded == "cent";
    });
    if (percentage) add_asked(rules_.asked);
  }

  // A survey is data, and the voice of those it asked.
  void add_asked(const std::vector<std::pair<Voice, Phrases>>& lists) {
    for (const auto& [voice, phrases] : lists) {
      if (find_all(phrases, tokens_).empty()) continue;
      add(voice);
      add(Voice::processes);
    }
  }

  void read_documents() {
    for (const text::Span& document : find_all(rules_.documents, tokens_)) {
      for (std::size_t at = document.to; at < tokens_.size() && at < document.to + 10; ++at) {
        if (holds(breaks, tokens_[at].folded) && tokens_[at].folded != "(") break;
        if (match_any(rules_.document_reports, tokens_, at) > at) {
          add(Voice::processes);
          return;
        }
      }
    }
  }

  [[nodiscard]] bool heard() const { return !find_all(rules_.heard, tokens_).empty(); }

  void add(Voice voice) {
    if (std::ranges::find(voices_, voice) == voices_.end()) voices_.push_back(voice);
  }

  const VoiceRules& rules_;
  const Tokens& tokens_;
  const Context& before_;
  std::vector<Mention> mentions_;
  std::vector<Voice> voices_;
};

}  // namespace

std::vector<Voice> read_voices(const VoiceRules& rules, const Tokens& tokens,
                               const Context& before) {
  return VoiceReader(rules, tokens, before).read();
}

}  // namespace throughline::judge::elsewhere
