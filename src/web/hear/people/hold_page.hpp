#pragma once

// A legal hold on a case: GET /cases/{ref}/hold, POST the same to place it, POST .../lifting to
// lift it.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response hold_page(Call& call);
[[nodiscard]] http::Response receive_hold(Call& call);
[[nodiscard]] http::Response receive_hold_lifting(Call& call);

}  // namespace throughline::web
