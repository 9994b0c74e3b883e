#pragma once

// Taking out of a case's words what could show who someone is: GET /cases/{ref}/redaction shows the
// suggestions in the words, POST shows what the outcome would be or confirms it.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response redaction_page(Call& call);
[[nodiscard]] http::Response receive_redaction(Call& call);

}  // namespace throughline::web
