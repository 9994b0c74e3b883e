#pragma once

// GET /elsewhere: the library, council by council. GET /elsewhere/pages/{ref}: one published page,
// split into its statements.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response library_list_page(Call& call);
[[nodiscard]] http::Response published_page(Call& call);

}  // namespace throughline::web
