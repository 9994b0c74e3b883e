#pragma once

// Whether people say that it is fixed, once we answered: GET /follow-ups with the counts by month,
// GET /follow-ups/{ref}, POST /follow-ups/{ref}/reading (noted, the case stays closed), POST
// /follow-ups/{ref}/reopening, and POST /follow-ups/values, which counts the share that say it is
// fixed into a measure.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response follow_up_list_page(Call& call);
[[nodiscard]] http::Response follow_up_page(Call& call);
[[nodiscard]] http::Response receive_follow_up_reading(Call& call);
[[nodiscard]] http::Response receive_follow_up_reopening(Call& call);
[[nodiscard]] http::Response receive_follow_up_values(Call& call);

}  // namespace throughline::web
