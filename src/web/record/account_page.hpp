#pragma once

// One's own account: the password, and where one is signed in.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response account_page(Call& call);
[[nodiscard]] http::Response receive_password(Call& call);
[[nodiscard]] http::Response receive_sign_out_everywhere(Call& call);

}  // namespace throughline::web
