#pragma once

// GET /home: what needs this person today, and how much stands at each stop of the line.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response home_page(Call& call);

}  // namespace throughline::web
