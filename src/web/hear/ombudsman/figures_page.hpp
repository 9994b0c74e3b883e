#pragma once

// The Ombudsman's published yearly figures: GET /ombudsman/figures shows ours beside those of
// councils of our type, POST brings a file in.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response figures_page(Call& call);
[[nodiscard]] http::Response receive_figures(Call& call);

}  // namespace throughline::web
