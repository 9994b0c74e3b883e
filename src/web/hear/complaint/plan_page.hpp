#pragma once

// GET and POST /cases/{ref}/plan: what will be done about a complaint, how, and by when.
// GET and POST /cases/{ref}/delay: that the person was told in writing why it takes longer.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response plan_page(Call& call);
[[nodiscard]] http::Response receive_plan(Call& call);
[[nodiscard]] http::Response delay_page(Call& call);
[[nodiscard]] http::Response receive_delay(Call& call);

}  // namespace throughline::web
