#pragma once

// Adding and changing a decision of the Ombudsman: GET /ombudsman/new and /ombudsman/{ref}/change,
// POST /ombudsman and /ombudsman/{ref}.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response new_decision_page(Call& call);
[[nodiscard]] http::Response receive_decision(Call& call);
[[nodiscard]] http::Response change_decision_page(Call& call);
[[nodiscard]] http::Response receive_decision_change(Call& call);

}  // namespace throughline::web
