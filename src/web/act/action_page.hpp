#pragma once

// GET /actions/{ref}: one action: what it should change, who sees it through, where it came from,
// and whether its measure moved.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response action_page(Call& call);

}  // namespace throughline::web
