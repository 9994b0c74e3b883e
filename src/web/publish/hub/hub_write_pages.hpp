#pragma once

// Writing: GET /information/new and POST /information (a draft), POST /information/upload (a draft
// from a Markdown file), GET /information/{slug}/change and POST /information/{slug} (a new
// version). Both forms show what was typed before it is saved, when asked to ("do" is "preview").

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response new_hub_page(Call& call);
[[nodiscard]] http::Response receive_hub_page(Call& call);
[[nodiscard]] http::Response receive_hub_file(Call& call);
[[nodiscard]] http::Response change_hub_page(Call& call);
[[nodiscard]] http::Response receive_hub_change(Call& call);

}  // namespace throughline::web
