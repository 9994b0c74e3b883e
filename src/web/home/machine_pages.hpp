#pragma once

// GET /health and GET /ready, for whatever watches the program. Health: the program answers. Ready:
// it can also reach its database and a council has been set up.

#include "web/http/message.hpp"

namespace throughline::web {

struct Site;

[[nodiscard]] http::Response health(const Site& site, http::Request& request);
[[nodiscard]] http::Response ready(const Site& site, http::Request& request);

}  // namespace throughline::web
