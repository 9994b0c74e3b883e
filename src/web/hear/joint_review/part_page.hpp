#pragma once

// GET and POST /joint-reviews/{ref}/part, and POST /joint-reviews/{ref}/part/return: what one's own
// organisation writes, be it the council or a partner.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response review_part_page(Call& call);
[[nodiscard]] http::Response receive_review_part(Call& call);
[[nodiscard]] http::Response receive_review_part_return(Call& call);

}  // namespace throughline::web
