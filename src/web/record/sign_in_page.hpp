#pragma once

// Signing in and out.

#include "web/call.hpp"
#include "web/guess_limit.hpp"

namespace throughline::web {

[[nodiscard]] http::Response sign_in_page(Call& call);
[[nodiscard]] http::Response receive_sign_in(Call& call, GuessLimit& limit);
[[nodiscard]] http::Response receive_sign_out(Call& call);

// Where to go after signing in: only ever a page of this site. "/home" for anything else.
[[nodiscard]] std::string safe_next(const std::string& next);

}  // namespace throughline::web
