#pragma once

// GET and POST /cases/{ref}/points: the points of a complaint; POST adds one.
// GET and POST /cases/{ref}/points/{point}: one point, what was found and what puts it right.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response points_page(Call& call);
[[nodiscard]] http::Response receive_new_point(Call& call);
[[nodiscard]] http::Response complaint_point_page(Call& call);
[[nodiscard]] http::Response receive_complaint_point(Call& call);

}  // namespace throughline::web
