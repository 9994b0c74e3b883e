#pragma once

// GET /joint-reviews/{ref}/pdf and /docx: the review as a file, with what its reader may see.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response review_pdf(Call& call);
[[nodiscard]] http::Response review_docx(Call& call);

}  // namespace throughline::web
