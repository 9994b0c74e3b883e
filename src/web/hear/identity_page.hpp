#pragma once

// Who is behind a case: GET /cases/{ref}/identity asks why, POST shows it once and writes down the
// look. The answer is a page and no redirect, so that what it shows never has an address of its
// own.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response identity_page(Call& call);
[[nodiscard]] http::Response show_identity(Call& call);

}  // namespace throughline::web
