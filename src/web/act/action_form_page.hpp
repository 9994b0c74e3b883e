#pragma once

// GET /actions/new, POST /actions, GET /actions/{ref}/change, POST /actions/{ref}: an action raised
// from cases and themes (?case=CASE-1&case=CASE-2&theme=THEME-3), and changed later.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response new_action_page(Call& call);
[[nodiscard]] http::Response receive_action(Call& call);
[[nodiscard]] http::Response change_action_page(Call& call);
[[nodiscard]] http::Response receive_action_change(Call& call);

}  // namespace throughline::web
