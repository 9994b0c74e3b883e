#pragma once

// GET /evidence/{ref}: one piece of evidence: what shows it, what it used to say, which scores
// weighed it. POST /evidence/{ref}/withdrawal.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response evidence_page(Call& call);
[[nodiscard]] http::Response receive_evidence_withdrawal(Call& call);

}  // namespace throughline::web
