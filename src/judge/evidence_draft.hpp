#pragma once

// Turns what was typed about a piece of evidence into what can be kept, or into every problem with
// it.

#include "judge/judge.hpp"

namespace throughline::judge {

struct ReadClaim {
  std::string claim;
  Bearing bearing = Bearing::supporting;
};

struct ReadEvidence {
  std::vector<std::string> statements;
  std::vector<std::string> sources;
  std::vector<ReadClaim> claims;  // two when the draft was mixed
  Voice voice = Voice::people;
  std::string category;
  Strength strength = Strength::unstated;
  base::Date dated;
  base::Date review_by;
};

[[nodiscard]] base::Result<ReadEvidence> read_evidence_draft(store::Reader& reader,
                                                             const record::Work& work,
                                                             const Rules& rules,
                                                             const EvidenceDraft& draft);

// The framework's category that a voice usually belongs to.
[[nodiscard]] std::string usual_category(const Framework& framework, Voice voice);

}  // namespace throughline::judge
