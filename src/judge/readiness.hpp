#pragma once

// What stands between a statement and an honest judgement of it: voices that are missing, evidence
// that is stale, a picture that is one-sided, actions without proof; and where those who lead say
// one thing and those who live with it say another. The rules are simple on purpose and are written
// out, with examples, in docs/judgement.md.

#include "base/date.hpp"
#include "judge/evidence.hpp"
#include "judge/yardsticks.hpp"

#include <string>
#include <vector>

namespace throughline::judge {

struct VoiceTally {
  Voice voice = Voice::people;
  int supporting = 0;
  int contrary = 0;
  [[nodiscard]] int total() const { return supporting + contrary; }
};

// In the order of all_voices, voices without evidence included.
[[nodiscard]] std::vector<VoiceTally> tally(const std::vector<EvidenceCount>& counts,
                                            const std::string& statement);
[[nodiscard]] std::vector<VoiceTally> tally(const std::vector<Evidence>& evidence);

enum class Disagreement {
  said_not_felt,  // leaders and processes are positive, this voice is not
  felt_not_said,  // leaders and processes are critical, this voice is positive
};

struct SayAndDo {
  Voice voice = Voice::people;  // the voice that says otherwise
  Disagreement disagreement = Disagreement::said_not_felt;
  std::string sentence;  // "Leaders and processes: 5 supporting, 1 contrary. Unpaid carers: ..."
};

[[nodiscard]] std::vector<SayAndDo> say_and_do(const std::vector<VoiceTally>& tallies);

enum class Gap {
  no_evidence,
  voice_missing,
  stale,
  only_supporting,
  only_contrary,
  action_without_proof,
};

struct ReadinessGap {
  Gap gap = Gap::no_evidence;
  std::string what;               // "Nothing from unpaid carers"
  std::string next;               // "Add what unpaid carers have told you in the last 12 months"
  std::string voice;              // when a voice is missing
  std::vector<std::string> refs;  // the evidence or records concerned
};

// From a statement's current evidence.
[[nodiscard]] std::vector<ReadinessGap> readiness(const std::vector<Evidence>& evidence,
                                                  const Yardsticks& yardsticks, base::Date today);

}  // namespace throughline::judge
