#pragma once

// GET and POST /elsewhere/pages/{ref}/council: saying which council a page is of.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response council_page(Call& call);
[[nodiscard]] http::Response receive_council(Call& call);

}  // namespace throughline::web
