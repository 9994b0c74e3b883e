#pragma once

// GET /rating: the overall rating, step by step, and professional judgements beside it. POST
// /rating/override, POST /rating/override/withdrawal.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response rating_page(Call& call);
[[nodiscard]] http::Response receive_override(Call& call);
[[nodiscard]] http::Response receive_override_withdrawal(Call& call);

}  // namespace throughline::web
