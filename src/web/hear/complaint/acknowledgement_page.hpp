#pragma once

// GET and POST /cases/{ref}/acknowledgement: that the complaint was acknowledged, and how.
// GET and POST /cases/{ref}/complexity: how hard it is to look into.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response acknowledgement_page(Call& call);
[[nodiscard]] http::Response receive_acknowledgement(Call& call);
[[nodiscard]] http::Response complexity_page(Call& call);
[[nodiscard]] http::Response receive_complexity(Call& call);

}  // namespace throughline::web
