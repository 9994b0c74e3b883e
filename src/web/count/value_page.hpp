#pragma once

// GET and POST /measures/{ref}/values/{date}, POST /measures/{ref}/values/{date}/removal: one value
// put right or taken out, with the reason.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response value_page(Call& call);
[[nodiscard]] http::Response receive_value_change(Call& call);
[[nodiscard]] http::Response receive_value_removal(Call& call);

}  // namespace throughline::web
