#pragma once

// A proof: the verdict on an action, as it stood on a day. It stands between ACT and JUDGE: it
// holds the measure's values from before the action began against those since, and becomes
// evidence. The verdict of today is worked out afresh (test_action); a proof is one that a person
// recorded, and is never changed afterwards.

#include "act/action.hpp"
#include "base/result.hpp"
#include "record/work.hpp"
#include "stats/verdict.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace throughline::prove {

// Holds the action's measure, before the day it began, against its values since.
// Errors: conflict, when the action has not begun or names no measure, with what to do; invalid,
// when no direction of the measure is better; not_found.
[[nodiscard]] base::Result<stats::Verdict> test_action(store::Reader& reader,
                                                       const std::string& authority_id,
                                                       const act::Action& action);

struct Proof {
  std::string ref;  // "PROOF-3"
  std::string action_ref;
  std::string measure_ref;
  stats::Outcome outcome = stats::Outcome::too_soon;
  std::string reason;       // as it was given on the day
  std::string change_date;  // the day the action began: "2026-02-01"
  std::string as_at;        // the day of the verdict
  std::int64_t points_before = 0;
  std::int64_t points_after = 0;
  std::optional<double> mean_before;  // in the measure's unit
  std::optional<double> mean_after;
  std::string recorded;     // instant
  std::string recorded_by;  // name
};

// Records today's verdict, joined to the action and the measure.
// Errors: as test_action.
[[nodiscard]] base::Result<Proof> record_proof(store::Writer& writer, const record::Work& work,
                                               const std::string& action_ref);

[[nodiscard]] std::optional<Proof> find_proof(store::Reader& reader,
                                              const std::string& authority_id,
                                              const std::string& ref);
// The latest first.
[[nodiscard]] std::vector<Proof> proofs_of(store::Reader& reader, const std::string& authority_id,
                                           const std::string& action_ref);
// How many actions have each outcome as their latest recorded verdict; outcomes of none are left
// out.
[[nodiscard]] std::map<stats::Outcome, std::int64_t> latest_outcomes(
    store::Reader& reader, const std::string& authority_id);

// Puts the nodes of all proofs on the line anew, for `throughline rebuild`; their titles say what
// the actions are called now.
void rebuild_proofs(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::prove
