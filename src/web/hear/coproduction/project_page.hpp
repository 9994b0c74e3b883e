#pragma once

// One piece of co-production: GET /co-production/{ref}, and what happens to it.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response project_page(Call& call);
[[nodiscard]] http::Response receive_ask(Call& call);
[[nodiscard]] http::Response receive_ask_answer(Call& call);
[[nodiscard]] http::Response receive_hold_up(Call& call);
[[nodiscard]] http::Response receive_release(Call& call);
[[nodiscard]] http::Response receive_project_finish(Call& call);
[[nodiscard]] http::Response receive_project_reopening(Call& call);
[[nodiscard]] http::Response receive_project_source(Call& call);
[[nodiscard]] http::Response receive_project_action(Call& call);

}  // namespace throughline::web
