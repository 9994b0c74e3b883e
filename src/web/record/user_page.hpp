#pragma once

// The people who may sign in, for an administrator: adding them, changing what they may do, and
// closing the accounts of those who left.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response user_list_page(Call& call);
[[nodiscard]] http::Response new_user_page(Call& call);
[[nodiscard]] http::Response receive_user(Call& call);
[[nodiscard]] http::Response user_page(Call& call);
[[nodiscard]] http::Response receive_role(Call& call);
[[nodiscard]] http::Response receive_deactivation(Call& call);
[[nodiscard]] http::Response receive_reactivation(Call& call);

}  // namespace throughline::web
