#pragma once

// GET /language/{code}: the language that a visitor chose, kept in their browser.
// GET /languages, POST /languages/{code}: which ones the council shows.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response choose_language(Call& call);
[[nodiscard]] http::Response language_list_page(Call& call);
[[nodiscard]] http::Response receive_language(Call& call);

}  // namespace throughline::web
