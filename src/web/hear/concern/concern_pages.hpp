#pragma once

// Concerns in half a minute: GET /concerns, GET /concerns/new and POST /concerns (log it on a
// phone), GET /concerns/{ref}, POST /concerns/{ref}/resolution (what was done) and POST
// /concerns/{ref}/complaint (the person wants it to be one). Staff see those that they logged.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response concern_list_page(Call& call);
[[nodiscard]] http::Response new_concern_page(Call& call);
[[nodiscard]] http::Response receive_concern(Call& call);
[[nodiscard]] http::Response concern_page(Call& call);
[[nodiscard]] http::Response receive_resolution(Call& call);
[[nodiscard]] http::Response receive_wish_to_complain(Call& call);

}  // namespace throughline::web
