#pragma once

// GET and POST /cases/{ref}/speaker: who complains, why they may, and whose consent there is.
// GET and POST /cases/{ref}/time-limit: the 12 months, and the decision when they were over.
// GET and POST /cases/{ref}/bodies: who else answers for a part; POST .../bodies/removal.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response speaker_page(Call& call);
[[nodiscard]] http::Response receive_speaker(Call& call);
[[nodiscard]] http::Response time_limit_page(Call& call);
[[nodiscard]] http::Response receive_time_limit(Call& call);
[[nodiscard]] http::Response bodies_page(Call& call);
[[nodiscard]] http::Response receive_body(Call& call);
[[nodiscard]] http::Response receive_body_removal(Call& call);

}  // namespace throughline::web
