#pragma once

// The templates that letters begin from: GET /letter-templates, one of them with its fields,
// preview and versions (GET and POST /letter-templates/{kind}, POST
// /letter-templates/{kind}/reset), and an earlier version (GET /letter-templates/{kind}/{version}).

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response template_list_page(Call& call);
[[nodiscard]] http::Response template_page(Call& call);
[[nodiscard]] http::Response receive_template(Call& call);
[[nodiscard]] http::Response receive_template_reset(Call& call);
[[nodiscard]] http::Response template_version_page(Call& call);

}  // namespace throughline::web
