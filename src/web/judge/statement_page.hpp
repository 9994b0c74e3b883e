#pragma once

// GET /statements/{key}: one quality statement: its commitment, its score, what each voice says for
// and against, where saying and doing part, and what to do next.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response statement_page(Call& call);

}  // namespace throughline::web
