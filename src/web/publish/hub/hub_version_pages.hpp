#pragma once

// What becomes of a page: GET /information/{slug}/history, GET
// /information/{slug}/versions/{number} (with what changed), POST
// .../versions/{number}/restoration, /publication, /withdrawal and /check.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response hub_history_page(Call& call);
[[nodiscard]] http::Response hub_version_page(Call& call);
[[nodiscard]] http::Response receive_hub_restoration(Call& call);
[[nodiscard]] http::Response receive_hub_publication(Call& call);
[[nodiscard]] http::Response receive_hub_withdrawal(Call& call);
[[nodiscard]] http::Response receive_hub_check(Call& call);

}  // namespace throughline::web
