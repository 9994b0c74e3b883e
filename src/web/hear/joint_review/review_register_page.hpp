#pragma once

// GET /joint-reviews and GET /joint-reviews.csv: every review for the council; for a partner those
// of its organisation.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response review_register_page(Call& call);
[[nodiscard]] http::Response review_register_file(Call& call);

}  // namespace throughline::web
