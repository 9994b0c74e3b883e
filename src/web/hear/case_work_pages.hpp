#pragma once

// What an officer does with a case: starts looking into it, writes the answer and closes it, opens
// it again, corrects what it was taken for, gives it themes. A form that was open while someone
// else changed the case comes back with status 409, what was typed still in it.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response receive_looking_into(Call& call);
[[nodiscard]] http::Response closure_page(Call& call);
[[nodiscard]] http::Response receive_closure(Call& call);
[[nodiscard]] http::Response reopening_page(Call& call);
[[nodiscard]] http::Response receive_reopening(Call& call);
[[nodiscard]] http::Response correction_page(Call& call);
[[nodiscard]] http::Response receive_correction(Call& call);
[[nodiscard]] http::Response case_themes_page(Call& call);
[[nodiscard]] http::Response receive_case_themes(Call& call);

}  // namespace throughline::web
