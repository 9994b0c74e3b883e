#pragma once

// GET and POST /cases/{ref}/officer: who works on a complaint.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response officer_page(Call& call);
[[nodiscard]] http::Response receive_officer(Call& call);

}  // namespace throughline::web
