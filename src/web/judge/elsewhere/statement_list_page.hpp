#pragma once

// GET /elsewhere/statements: statements of every council, by voice, polarity, topic, quality
// statement, score and words. GET /elsewhere/{ref}: one statement and how it was read.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response statement_search_page(Call& call);
[[nodiscard]] http::Response elsewhere_statement_page(Call& call);

}  // namespace throughline::web
