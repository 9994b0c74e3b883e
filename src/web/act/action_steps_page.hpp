#pragma once

// GET and POST /actions/{ref}/beginning, /end and /reopening: the steps of an action, each a small
// form: the day it began; done or stopped, when and with what; why it is taken up again.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response beginning_page(Call& call);
[[nodiscard]] http::Response receive_beginning(Call& call);
[[nodiscard]] http::Response end_page(Call& call);
[[nodiscard]] http::Response receive_end(Call& call);
[[nodiscard]] http::Response action_reopening_page(Call& call);
[[nodiscard]] http::Response receive_action_reopening(Call& call);

}  // namespace throughline::web
