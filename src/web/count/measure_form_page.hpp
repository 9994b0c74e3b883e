#pragma once

// GET /measures/new, POST /measures, GET /measures/{ref}/change, POST /measures/{ref}: what a
// measure is, told once and put right later.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response new_measure_page(Call& call);
[[nodiscard]] http::Response receive_measure(Call& call);
[[nodiscard]] http::Response change_measure_page(Call& call);
[[nodiscard]] http::Response receive_measure_change(Call& call);

}  // namespace throughline::web
