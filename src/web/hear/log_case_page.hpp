#pragma once

// Logging what someone said by phone, in a letter or in person: GET /cases/new, POST /cases, and
// the receipt to read out, GET /cases/{ref}/receipt. One page, quick to fill in.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response log_case_page(Call& call);
[[nodiscard]] http::Response receive_case(Call& call);
[[nodiscard]] http::Response case_receipt_page(Call& call);

}  // namespace throughline::web
