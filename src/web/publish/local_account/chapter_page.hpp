#pragma once

// GET and POST /local-accounts/{ref}/chapters/{key}: one chapter with what was counted for it and
// where each figure comes from, and the council's own words beside it. The form shows the words as
// they will be printed, when asked to ("do" is "preview").

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response account_chapter_page(Call& call);
[[nodiscard]] http::Response receive_account_chapter(Call& call);

}  // namespace throughline::web
