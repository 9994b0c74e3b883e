#pragma once

// GET /local-accounts/{ref}/signatures: who signed, on which text, and the form to record another;
// POST records it. Below it POST board (which group signs), {number}/removal, and {number}/unnaming
// (the name is not printed any more).

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response account_signatures_page(Call& call);
[[nodiscard]] http::Response receive_account_board(Call& call);
[[nodiscard]] http::Response receive_account_signature(Call& call);
[[nodiscard]] http::Response receive_signature_removal(Call& call);
[[nodiscard]] http::Response receive_signature_unnaming(Call& call);

}  // namespace throughline::web
