#pragma once

// GET /elsewhere/new and POST /elsewhere: adding saved pages to the library.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response upload_published_pages(Call& call);
[[nodiscard]] http::Response receive_published_pages(Call& call);

}  // namespace throughline::web
