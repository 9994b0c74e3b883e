#pragma once

// The key findings of a statement. GET and POST /statements/{key}/findings: read and write the
// text; GET and POST /statements/{key}/findings/sources: the evidence that each paragraph rests on;
// POST /statements/{key}/approval.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response findings_page(Call& call);
[[nodiscard]] http::Response receive_findings(Call& call);
[[nodiscard]] http::Response findings_sources_page(Call& call);
[[nodiscard]] http::Response receive_findings_sources(Call& call);
[[nodiscard]] http::Response receive_approval(Call& call);

}  // namespace throughline::web
