#pragma once

// GET and POST /cases/{ref}/response: that the response was sent, and what the person reads online.
// GET and POST /cases/{ref}/concern: a spoken complaint that was put right at once.
// The closing of a complaint, which GET and POST /cases/{ref}/closure come to when it is one.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response response_page(Call& call);
[[nodiscard]] http::Response receive_response(Call& call);
[[nodiscard]] http::Response keep_as_concern_page(Call& call);
[[nodiscard]] http::Response receive_keeping_as_concern(Call& call);
[[nodiscard]] http::Response complaint_closure_page(Call& call);
[[nodiscard]] http::Response receive_complaint_closure(Call& call);

}  // namespace throughline::web
