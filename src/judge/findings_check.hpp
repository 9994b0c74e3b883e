#pragma once

// Turns findings as they were typed into findings that can be kept, or into every problem with
// them.

#include "judge/judge.hpp"

namespace throughline::judge {

[[nodiscard]] base::Result<Findings> read_findings_draft(store::Reader& reader,
                                                         const record::Work& work,
                                                         const Framework& framework,
                                                         const FindingsDraft& draft);

}  // namespace throughline::judge
