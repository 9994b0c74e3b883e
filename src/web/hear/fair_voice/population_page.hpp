#pragma once

// The populations that voices are held against: GET /fair-voice/population shows them and how to
// get them, POST brings a file in.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response population_page(Call& call);
[[nodiscard]] http::Response receive_population(Call& call);

}  // namespace throughline::web
