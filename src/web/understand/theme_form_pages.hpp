#pragma once

// The care of the council's list of themes: a new one, its name and what it covers, and merging one
// into another.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response new_theme_page(Call& call);
[[nodiscard]] http::Response receive_theme(Call& call);
[[nodiscard]] http::Response theme_details_page(Call& call);
[[nodiscard]] http::Response receive_theme_details(Call& call);
[[nodiscard]] http::Response merger_page(Call& call);
[[nodiscard]] http::Response receive_merger(Call& call);

}  // namespace throughline::web
