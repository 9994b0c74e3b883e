#pragma once

// A council's own time to answer a complaint, by how hard it is. Beside the law, never in place of
// it: it moves no day that the Regulations set, and a plan agreed with a person goes before it.

#include "hear/complaint/clock.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <map>
#include <optional>
#include <string>

namespace throughline::hear {

using Targets = std::map<Complexity, Target>;

// Those that the council has; none for a complexity means no target of its own.
[[nodiscard]] Targets targets_of(store::Reader& reader, const std::string& authority_id);

// As typed: an empty number means no target.
struct TargetForm {
  std::string days;
  std::optional<DayUnit> unit;
};

// Keeps the targets and works the target of every open complaint out anew. Each that moved has an
// event of its own. Gives how many moved.
// Errors: invalid, with every problem; the fields are "days-simple", "unit-simple" and so on.
[[nodiscard]] base::Result<std::int64_t> set_targets(store::Writer& writer,
                                                     const record::Work& work,
                                                     const std::map<Complexity, TargetForm>& given);

}  // namespace throughline::hear
