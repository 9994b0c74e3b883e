#pragma once

// GET /: what a member of the public can do here.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response start_page(Call& call);

}  // namespace throughline::web
