#pragma once

// GET and POST /complaints/targets: the council's own time to answer, by how hard a complaint is.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response targets_page(Call& call);
[[nodiscard]] http::Response receive_targets(Call& call);

}  // namespace throughline::web
