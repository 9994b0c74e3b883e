#pragma once

// GET /offline: what a browser shows when it has no connection; the same for everyone.
// GET /service-worker.js: the script with which a browser keeps that page and the files it needs,
// and nothing else. It stands at the root because a script serves no more than what lies below it.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response offline_page(Call& call);
[[nodiscard]] http::Response service_worker(Call& call);

}  // namespace throughline::web
