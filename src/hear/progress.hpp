#pragma once

// What the person who spoke is told when they come back with their receipt: where it stands, the
// answer, and what changed further along the line. It holds nothing that they said and nothing
// about them, so that a receipt that is found or overheard gives nothing away.

#include "hear/case.hpp"
#include "record/line.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::hear {

struct Change {
  std::string ref;
  record::NodeKind kind{};  // action, proof or publication
  std::string title;
  std::string dated;
  std::string state;
};

// How far a complaint has come, as its person may know it: days and nothing else.
struct ComplaintProgress {
  base::Date begun;
  std::optional<base::Date> acknowledge_by;
  std::optional<base::Date> acknowledged;
  std::optional<base::Date> respond_by;
  std::optional<base::Date> responded;
  base::Date period_ends;
};

struct Progress {
  Kind kind{};
  base::Date received;
  Status status{};
  std::optional<Outcome> outcome;  // only while closed
  std::string answer;              // only while closed
  std::string closed;
  std::optional<ComplaintProgress> complaint;
  std::vector<Change> changes;  // in order along the line
};

// The actions, proofs and published pages that a case led to.
[[nodiscard]] std::vector<Change> changes_from(store::Reader& reader,
                                               const std::string& authority_id,
                                               const std::string& case_ref);

// Nothing when no case of this council has the receipt.
[[nodiscard]] std::optional<Progress> progress(store::Reader& reader,
                                               const std::string& authority_id,
                                               std::string_view typed_receipt);

}  // namespace throughline::hear
