#pragma once

// GET /measures/{ref}, POST /measures/{ref}/values, GET /measures/{ref}/values.csv: one measure:
// what it says in a sentence, its chart, its values as a table, a form for the next value, the
// actions that should move it, and its history.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response measure_page(Call& call);
// The page with a form that was sent to it elsewhere and refused.
[[nodiscard]] http::Response measure_page_again(Call& call, const base::Error& error);
[[nodiscard]] http::Response receive_value(Call& call);
[[nodiscard]] http::Response values_file(Call& call);

}  // namespace throughline::web
