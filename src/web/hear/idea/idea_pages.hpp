#pragma once

// Ideas and gaps that staff raise: GET and POST /ideas, GET /ideas/new, GET /ideas/{ref}, POST
// /ideas/{ref}/reply, /ideas/{ref}/listened, /ideas/{ref}/raiser, /ideas/days and /ideas/values.
// Staff see what they raised themselves; those who reply see all.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response idea_list_page(Call& call);
[[nodiscard]] http::Response new_idea_page(Call& call);
[[nodiscard]] http::Response receive_idea(Call& call);
[[nodiscard]] http::Response idea_page(Call& call);
[[nodiscard]] http::Response receive_idea_reply(Call& call);
[[nodiscard]] http::Response receive_idea_listened(Call& call);
[[nodiscard]] http::Response show_idea_raiser(Call& call);
[[nodiscard]] http::Response receive_reply_days(Call& call);
[[nodiscard]] http::Response receive_reply_values(Call& call);

}  // namespace throughline::web
