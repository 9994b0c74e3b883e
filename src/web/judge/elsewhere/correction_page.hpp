#pragma once

// GET /elsewhere/{ref}/correction and POST /elsewhere/{ref}/corrections: putting right how a
// sentence was read.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response correction_page_elsewhere(Call& call);
[[nodiscard]] http::Response receive_correction_elsewhere(Call& call);

}  // namespace throughline::web
