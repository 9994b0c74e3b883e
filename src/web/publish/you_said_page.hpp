#pragma once

// GET /you-said-we-did, for everyone. The wording behind it, for staff: GET /public-wordings, GET
// and POST /public-wordings/{ref} with the ref of an action.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response you_said_page(Call& call);
[[nodiscard]] http::Response wording_list_page(Call& call);
[[nodiscard]] http::Response wording_page(Call& call);
[[nodiscard]] http::Response receive_wording(Call& call);

}  // namespace throughline::web
