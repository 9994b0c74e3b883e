#pragma once

// GET /statements/{key}/score, POST /statements/{key}/scores: score a statement, with the evidence
// in view. GET /scores/{ref}: a score and what was weighed. GET /scores/{ref}/escalation, POST
// /scores/{ref}/escalations: who was told of a score at the lowest level.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response score_form_page(Call& call);
[[nodiscard]] http::Response receive_score(Call& call);
[[nodiscard]] http::Response score_page(Call& call);
[[nodiscard]] http::Response escalation_page(Call& call);
[[nodiscard]] http::Response receive_escalation(Call& call);

}  // namespace throughline::web
