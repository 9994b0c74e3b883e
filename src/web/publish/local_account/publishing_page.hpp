#pragma once

// GET /local-accounts/{ref}/publication: what stands in the way of publishing; POST publishes. POST
// /local-accounts/{ref}/approval: a leader approves the text as it stands.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response account_publication_page(Call& call);
[[nodiscard]] http::Response receive_account_approval(Call& call);
[[nodiscard]] http::Response receive_account_publication(Call& call);

}  // namespace throughline::web
