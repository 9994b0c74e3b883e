#pragma once

// GET and POST /reports/complaints/{period}/words: what people write beside the figures.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response report_words_page(Call& call);
[[nodiscard]] http::Response receive_report_words(Call& call);

}  // namespace throughline::web
