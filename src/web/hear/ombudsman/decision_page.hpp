#pragma once

// One decision of the Ombudsman: GET /ombudsman/{ref}; POST .../recommendations, .../completions
// and
// .../actions.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response decision_page(Call& call);
[[nodiscard]] http::Response receive_recommendation(Call& call);
[[nodiscard]] http::Response receive_completion(Call& call);
[[nodiscard]] http::Response receive_decision_action(Call& call);

}  // namespace throughline::web
