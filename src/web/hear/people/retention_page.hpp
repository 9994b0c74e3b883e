#pragma once

// How long people's data is kept: GET /peoples-data/retention shows the rules and what is due, POST
// keeps the rules, POST .../disposal takes out what is due.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response retention_page(Call& call);
[[nodiscard]] http::Response receive_retention(Call& call);
[[nodiscard]] http::Response receive_disposal(Call& call);

}  // namespace throughline::web
