#pragma once

// Groups that co-produce: GET /co-production/groups, /{ref}, /new and /{ref}/change.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response group_list_page(Call& call);
[[nodiscard]] http::Response group_page(Call& call);
[[nodiscard]] http::Response new_group_page(Call& call);
[[nodiscard]] http::Response receive_group(Call& call);
[[nodiscard]] http::Response change_group_page(Call& call);
[[nodiscard]] http::Response receive_group_change(Call& call);

}  // namespace throughline::web
