#pragma once

// GET and POST /reading-settings: how someone likes to read, kept in their browser.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response reading_settings_page(Call& call);
[[nodiscard]] http::Response receive_reading_settings(Call& call);

}  // namespace throughline::web
