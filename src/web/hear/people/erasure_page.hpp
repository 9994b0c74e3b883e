#pragma once

// Erasing or pseudonymising one person's cases: GET /peoples-data/erasure?case=CASE-1 says what
// goes, what stays and why, POST does it.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response erasure_page(Call& call);
[[nodiscard]] http::Response receive_erasure(Call& call);

}  // namespace throughline::web
