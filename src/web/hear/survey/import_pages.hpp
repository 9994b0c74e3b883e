#pragma once

// Answers from another survey tool: choosing the file, saying what its headings mean, and what came
// of each row.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response answer_import_page(Call& call);
[[nodiscard]] http::Response receive_answer_file(Call& call);
[[nodiscard]] http::Response headings_page(Call& call);
[[nodiscard]] http::Response receive_headings(Call& call);

}  // namespace throughline::web
