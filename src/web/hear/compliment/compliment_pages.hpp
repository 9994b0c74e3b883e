#pragma once

// What becomes of compliments: GET /compliments, GET /compliments/{ref} and its verbs, GET /thanks
// (what one was thanked for oneself) and the public GET /good-practice. Leaders see what was passed
// up to them. Names of workers stand only where those who may name them look.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response compliment_list_page(Call& call);
[[nodiscard]] http::Response compliment_page(Call& call);
[[nodiscard]] http::Response receive_compliment_acknowledgement(Call& call);
[[nodiscard]] http::Response receive_passing_up(Call& call);
[[nodiscard]] http::Response receive_sharing(Call& call);
[[nodiscard]] http::Response receive_end_of_sharing(Call& call);
[[nodiscard]] http::Response receive_worker(Call& call);
[[nodiscard]] http::Response receive_worker_removal(Call& call);
[[nodiscard]] http::Response receive_thanks(Call& call);
[[nodiscard]] http::Response thanks_page(Call& call);
[[nodiscard]] http::Response good_practice_page(Call& call);

}  // namespace throughline::web
