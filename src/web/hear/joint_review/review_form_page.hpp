#pragma once

// GET /joint-reviews/new, POST /joint-reviews, GET /joint-reviews/{ref}/change and POST
// /joint-reviews/{ref}, for the council. GET /joint-reviews/requests/new and POST
// /joint-reviews/requests, for a partner that asks for one.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response new_review_page(Call& call);
[[nodiscard]] http::Response receive_review(Call& call);
[[nodiscard]] http::Response change_review_page(Call& call);
[[nodiscard]] http::Response receive_review_change(Call& call);
[[nodiscard]] http::Response review_request_page(Call& call);
[[nodiscard]] http::Response receive_review_request(Call& call);

}  // namespace throughline::web
