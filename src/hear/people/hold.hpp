#pragma once

// A legal hold: while it stands nothing of the case is erased, not by hand and not by age.

#include "base/result.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::hear {

struct Hold {
  std::int64_t number = 0;
  std::string reason;
  std::string placed_at;  // instant
  std::string placed_by;
  std::string lifted_at;  // empty while it stands
  std::string lifted_by;
  std::string lifted_because;
};

// Errors: not_found; conflict, when one stands already; invalid, without a reason.
[[nodiscard]] base::Result<void> place_hold(store::Writer& writer, const record::Work& work,
                                            const std::string& case_ref, const std::string& reason);
// Errors: not_found; conflict, when none stands; invalid, without a reason.
[[nodiscard]] base::Result<void> lift_hold(store::Writer& writer, const record::Work& work,
                                           const std::string& case_ref, const std::string& reason);

[[nodiscard]] std::vector<Hold> holds(store::Reader& reader, const std::string& authority_id,
                                      const std::string& case_ref);
[[nodiscard]] bool is_on_hold(store::Reader& reader, const std::string& authority_id,
                              const std::string& case_ref);

}  // namespace throughline::hear
