#pragma once

// GET /measures: every figure that the council follows, with its latest value and what that says.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response measure_list_page(Call& call);

}  // namespace throughline::web
