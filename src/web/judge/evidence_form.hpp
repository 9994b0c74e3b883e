#pragma once

// The form for a piece of evidence, new or corrected.
//   GET /evidence/new?source=CASE-12&statement=learning, POST /evidence
//   GET /evidence/{ref}/correction, POST /evidence/{ref}/corrections

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response new_evidence_page(Call& call);
[[nodiscard]] http::Response receive_evidence(Call& call);
[[nodiscard]] http::Response evidence_correction_page(Call& call);
[[nodiscard]] http::Response receive_evidence_correction(Call& call);

}  // namespace throughline::web
