#pragma once

// GET /cases/{ref}/letters/new: which letter to write about a case. POST /cases/{ref}/letters:
// begins it, filled in.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response new_letter_page(Call& call);
[[nodiscard]] http::Response receive_letter(Call& call);

}  // namespace throughline::web
