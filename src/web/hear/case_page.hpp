#pragma once

// One case, GET /cases/{ref}: what was said, where it stands, its themes, what it led to, and its
// history. Who said it is on a page of its own (identity_page.hpp).

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response case_page(Call& call);

}  // namespace throughline::web
