#pragma once

// Where things stand: GET and POST /receipt, and, once we have answered, POST /receipt/fixed (is it
// fixed: yes, partly or no) and POST /receipt/words (what they add). The reference travels in the
// form and never in an address, and nothing that the person told us is shown back.

#include "web/call.hpp"
#include "web/guess_limit.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response receipt_page(Call& call);
[[nodiscard]] http::Response show_progress(Call& call, GuessLimit& limit);
[[nodiscard]] http::Response receive_fixed(Call& call, GuessLimit& limit);
[[nodiscard]] http::Response receive_fixed_words(Call& call, GuessLimit& limit);

}  // namespace throughline::web
