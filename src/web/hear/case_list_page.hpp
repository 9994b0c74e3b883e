#pragma once

// The list of cases, GET /cases, and its download, POST /cases/export.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response case_list_page(Call& call);
[[nodiscard]] http::Response export_cases(Call& call);

}  // namespace throughline::web
