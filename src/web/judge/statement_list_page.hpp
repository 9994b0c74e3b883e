#pragma once

// GET /statements: the nine quality statements in their themes, each with its score, the evidence
// under it and what is missing; and what they come to.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response statement_list_page(Call& call);

}  // namespace throughline::web
