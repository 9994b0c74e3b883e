#pragma once

// GET /voices: every way in which a voice comes in and an answer goes back, for those who may use
// it, with what waits there.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response voices_page(Call& call);

}  // namespace throughline::web
