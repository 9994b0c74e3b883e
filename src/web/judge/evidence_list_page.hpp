#pragma once

// GET /evidence: evidence as a list, filtered. GET /evidence.csv: the same filtered list to keep.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response evidence_list_page(Call& call);
[[nodiscard]] http::Response evidence_csv(Call& call);

}  // namespace throughline::web
