#pragma once

// GET /information: the pages that the reader may read, searched and by topic; for who writes also
// by whom they are for and by what waits.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response hub_list_page(Call& call);

}  // namespace throughline::web
