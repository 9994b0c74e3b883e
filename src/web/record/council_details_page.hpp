#pragma once

// How people reach the council, and its videos in British Sign Language: GET and POST
// /council-details, GET and POST /council-details/videos/{page}, POST
// /council-details/videos/{page}/removal.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response council_details_page(Call& call);
[[nodiscard]] http::Response receive_council_details(Call& call);
[[nodiscard]] http::Response sign_video_page(Call& call);
[[nodiscard]] http::Response receive_sign_video(Call& call);
[[nodiscard]] http::Response receive_sign_video_removal(Call& call);

}  // namespace throughline::web
