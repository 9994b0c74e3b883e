#pragma once

// Who is in the room: GET /co-production/room?group= or ?project=.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response room_page(Call& call);

}  // namespace throughline::web
