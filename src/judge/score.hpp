#pragma once

// A score: the council's judgement of itself on one quality statement, with the reason for it and
// the evidence that was weighed. A score is never changed; a new one stands in its place and the
// old ones are its history. The lowest level is escalated: who was told, and when.

#include "base/date.hpp"
#include "judge/evidence.hpp"

#include <string>
#include <vector>

namespace throughline::judge {

struct Escalation {
  std::string told;  // "Chief executive"
  base::Date told_on;
  std::string note;
  std::string recorded_at;
  std::string by_name;
};

struct Score {
  std::string ref;  // "SCORE-4"
  std::string framework;
  std::string statement;
  int number = 0;  // 1, 2, 3 ... for its statement
  int score = 0;
  std::string rationale;
  std::string left_out_because;
  std::string scored_at;
  std::string by_ref;
  std::string by_name;
  bool standing = true;  // the latest of its statement
  std::vector<Escalation> escalations;
};

struct ScoreDraft {
  std::string statement;
  std::string score;  // as chosen: "1" to "4"
  std::string rationale;
  std::vector<std::string> shown;    // the evidence that the person had before them
  std::vector<std::string> weighed;  // what of it was weighed
  std::string left_out_because;      // required when some was not
};

struct EscalationDraft {
  std::string score_ref;
  std::string told;
  std::string told_on;
  std::string note;
};

// The evidence of a score, as it stands today.
struct Weighed {
  std::vector<Evidence> supporting;
  std::vector<Evidence> contrary;
  std::vector<Evidence> left_out;
};

}  // namespace throughline::judge
