#pragma once

// The register of the Ombudsman's decisions: GET /ombudsman, by year and decision, with its rates;
// GET /ombudsman.csv the same as a file.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response register_page(Call& call);
[[nodiscard]] http::Response register_file(Call& call);

}  // namespace throughline::web
