#pragma once

// For those who sign in for an organisation: GET /partner, GET /partner-feedback/new, POST
// /partner-feedback, POST /partner-feedback/{ref}/listened. For staff: GET /partner-feedback, POST
// /partner-feedback/values and POST /partner-feedback/{ref}/reply. For both, each their own: GET
// /partner-feedback/{ref}.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response own_partner_page(Call& call);
[[nodiscard]] http::Response new_feedback_page(Call& call);
[[nodiscard]] http::Response receive_feedback(Call& call);
[[nodiscard]] http::Response feedback_list_page(Call& call);
[[nodiscard]] http::Response receive_partner_reply_values(Call& call);
[[nodiscard]] http::Response feedback_page(Call& call);
[[nodiscard]] http::Response receive_feedback_reply(Call& call);
[[nodiscard]] http::Response receive_feedback_listened(Call& call);

}  // namespace throughline::web
