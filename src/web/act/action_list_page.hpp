#pragma once

// GET /actions and GET /actions.csv: the actions, those that wait first, by status, by whose they
// are and whether they are late.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response action_list_page(Call& call);
// All that the filter lets through, safe to open in a spreadsheet.
[[nodiscard]] http::Response actions_file(Call& call);

}  // namespace throughline::web
