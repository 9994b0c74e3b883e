#pragma once

// The trace of one record, both ways along the line: as a list that hangs from the record, as a
// drawn graph, and as JSON.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response trace_page(Call& call);
[[nodiscard]] http::Response trace_answer(Call& call);

}  // namespace throughline::web
