#pragma once

// GET and POST /joint-reviews/{ref}/learning: the learning note. GET /shared-learning: those of all
// closed reviews, for partners and staff.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response review_learning_page(Call& call);
[[nodiscard]] http::Response receive_review_learning(Call& call);
[[nodiscard]] http::Response shared_learning_page(Call& call);

}  // namespace throughline::web
