#pragma once

// The register of co-production: GET /co-production and .csv; POST /co-production/values.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response project_register_page(Call& call);
[[nodiscard]] http::Response project_register_file(Call& call);
[[nodiscard]] http::Response receive_early_values(Call& call);

}  // namespace throughline::web
