#pragma once

// "Where things stand": someone comes back with their reference and reads what was done. The
// reference goes in a form and never in an address. A wrong one and one of another council give the
// same answer.

#include "web/call.hpp"
#include "web/guess_limit.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response receipt_page(Call& call);
[[nodiscard]] http::Response show_progress(Call& call, GuessLimit& limit);

}  // namespace throughline::web
