#pragma once

// A member of a group: who they are, and their own answers; for those who keep the list.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response new_member_page(Call& call);
[[nodiscard]] http::Response receive_member(Call& call);
[[nodiscard]] http::Response member_page(Call& call);
[[nodiscard]] http::Response receive_member_change(Call& call);
[[nodiscard]] http::Response receive_member_erasure(Call& call);

}  // namespace throughline::web
