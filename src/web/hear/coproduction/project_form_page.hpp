#pragma once

// Adding and changing a piece of co-production: GET /co-production/new and /{ref}/change.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response new_project_page(Call& call);
[[nodiscard]] http::Response receive_project(Call& call);
[[nodiscard]] http::Response change_project_page(Call& call);
[[nodiscard]] http::Response receive_project_change(Call& call);

}  // namespace throughline::web
