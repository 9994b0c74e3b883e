#pragma once

// GET /reports/complaints: the quarters and years that can be reported on, and the reports that
// were kept. GET /reports/complaints/{period}: one report as it stands, and its downloads
// ("2025-q2.pdf"); POST keeps it. GET /reports/{ref}: a kept report, and its downloads. With
// ?for=everyone the version that may be given to anyone.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response report_list_page(Call& call);
[[nodiscard]] http::Response report_page(Call& call);
[[nodiscard]] http::Response receive_report(Call& call);
[[nodiscard]] http::Response kept_report_page(Call& call);

}  // namespace throughline::web
