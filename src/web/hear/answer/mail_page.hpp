#pragma once

// The queue of mail: GET /mail says what waits and what could not be sent; POST
// /mail/{number}/retry puts one back. It shows no address and no word of a mail.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response mail_page(Call& call);
[[nodiscard]] http::Response receive_mail_retry(Call& call);

}  // namespace throughline::web
