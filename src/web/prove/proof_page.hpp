#pragma once

// POST /actions/{ref}/proofs and GET /proofs/{ref}: a verdict as it stood on the day it was
// recorded.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response receive_proof(Call& call);
[[nodiscard]] http::Response proof_page(Call& call);

}  // namespace throughline::web
