#pragma once

// For staff: GET and POST /points, GET /points/{ref} (a page to print, with the QR code), GET
// /points/{ref}/qr.svg, POST /points/{ref}/asking and POST /points/{ref}/values.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response point_list_page(Call& call);
[[nodiscard]] http::Response receive_point(Call& call);
[[nodiscard]] http::Response point_page(Call& call);
[[nodiscard]] http::Response point_qr_code(Call& call);
[[nodiscard]] http::Response receive_asking(Call& call);
[[nodiscard]] http::Response receive_face_values(Call& call);

}  // namespace throughline::web
