#pragma once

// All themes, GET /themes: how many cases of each in the last three whole months and the three
// before. It says "more" only when chance would seldom give as much.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response theme_list_page(Call& call);
// POST /themes/starter-set: the themes a council begins with.
[[nodiscard]] http::Response receive_starter_themes(Call& call);

}  // namespace throughline::web
