#pragma once

// GET and POST /actions/{ref}/sources, POST /actions/{ref}/sources/removal: the cases and themes
// that an action answers.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response action_sources_page(Call& call);
[[nodiscard]] http::Response receive_source(Call& call);
[[nodiscard]] http::Response receive_source_removal(Call& call);

}  // namespace throughline::web
