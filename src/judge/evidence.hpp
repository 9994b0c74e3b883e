#pragma once

// Evidence: one claim from one voice, for or against one quality statement, shown by records on the
// line (cases, themes, actions, measures, proofs, documents, other councils' published statements).
// It is about a date of its own, apart from the day it was added, and grows stale. It is corrected
// or withdrawn with a reason; nothing that was said is lost.

#include "base/date.hpp"
#include "judge/voice.hpp"
#include "record/line.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::judge {

enum class EvidenceState { current, withdrawn };

struct Evidence {
  std::string ref;  // "EVIDENCE-12"
  std::string framework;
  std::string statement;  // key of the quality statement
  std::string claim;      // one or two sentences, in the council's words
  Voice voice = Voice::people;
  Bearing bearing = Bearing::supporting;
  std::string category;  // key of the framework's evidence category
  Strength strength = Strength::unstated;
  base::Date dated;      // when what it says was so
  base::Date review_by;  // after this day it is stale
  EvidenceState state = EvidenceState::current;
  std::string withdrawn_because;
  int revision = 1;
  std::string added_at;  // instant
  std::string added_by;
  std::vector<record::Node> sources;

  [[nodiscard]] bool stale(base::Date today) const { return review_by < today; }
};

// What a form or a file gives: everything as it was typed, so that every mistake can be shown.
struct EvidenceDraft {
  std::vector<std::string> statements;  // keys; one piece of evidence is made for each
  std::vector<std::string> sources;     // refs
  std::string voice;
  std::string bearing;         // "supporting", "contrary", or "mixed": one piece of each
  std::string claim;           // what supports; the claim itself when not mixed
  std::string contrary_claim;  // only when mixed: what points the other way
  std::string category;        // empty: the one that its voice usually belongs to
  std::string strength;        // may be empty
  std::string dated;           // any form that base::date_from_text reads
  std::string review_by;       // empty: dated plus the months after which evidence is stale
};

struct EvidenceRevision {
  int number = 1;
  std::string statement;
  std::string claim;
  Voice voice = Voice::people;
  Bearing bearing = Bearing::supporting;
  base::Date dated;
  std::vector<std::string> sources;
  std::string at;
  std::string by_name;
  std::string reason;
};

enum class Freshness { any, fresh, stale };

struct EvidenceFilter {
  std::string statement;  // empty: all
  std::optional<Voice> voice;
  std::optional<Bearing> bearing;
  Freshness freshness = Freshness::any;
  std::string text;    // words that the claim must hold
  std::string source;  // ref of a record that shows it
  bool with_withdrawn = false;
  int limit = 0;  // 0: all
  int offset = 0;
};

// How much evidence of each kind stands under one statement.
struct EvidenceCount {
  std::string statement;
  Voice voice = Voice::people;
  Bearing bearing = Bearing::supporting;
  int count = 0;
  int stale = 0;
};

}  // namespace throughline::judge
