#pragma once

// GET /letters: the letters that wait and those that went out. GET /letters/{ref}: one letter, with
// GET /letters/{ref}/html, /pdf and /docx to take away.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response letter_list_page(Call& call);
[[nodiscard]] http::Response letter_page(Call& call);
[[nodiscard]] http::Response letter_html(Call& call);
[[nodiscard]] http::Response letter_pdf(Call& call);
[[nodiscard]] http::Response letter_docx(Call& call);

}  // namespace throughline::web
