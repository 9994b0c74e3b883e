#pragma once

// The complaints of a period as the figures need them; for the sources of this folder only.

#include "base/date.hpp"
#include "hear/complaint/words.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::publish::report {

struct ComplaintRow {
  std::string case_ref;
  base::Date begun;
  std::string service;
  std::string relationship;
  std::optional<base::Date> acknowledge_by;  // nothing: nobody can say
  std::optional<base::Date> acknowledged;
  std::optional<base::Date> promised;  // the day that was agreed at first, or the council's own
  base::Date period_ends;
  std::optional<base::Date> responded;  // for the first time
  bool closed = false;
  bool at_ombudsman = false;
  std::string learning;
  std::vector<hear::Finding> findings;  // of its points that have one
  bool undecided = false;               // some point has none yet
};

// Those received as complaints from `first` to `last` that are still complaints, by their ref.
[[nodiscard]] std::vector<ComplaintRow> complaint_rows(store::Reader& reader,
                                                       const std::string& authority_id,
                                                       base::Date first, base::Date last);

}  // namespace throughline::publish::report
