#pragma once

// Cases from a CSV file: GET and POST /cases/import. When rows are wrong nothing is kept, and each
// row's problem is shown; with "keep the good rows" ticked the rest is taken in.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response import_page(Call& call);
[[nodiscard]] http::Response receive_import(Call& call);

}  // namespace throughline::web
