#pragma once

// GET and POST /cases/{ref}/scans: the scans of a case's paper, and adding one. POST
// /cases/{ref}/scans/{number}: the scan itself; the look is written down. POST
// /cases/{ref}/scans/{number}/removal.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response scan_list_page(Call& call);
[[nodiscard]] http::Response receive_scan(Call& call);
[[nodiscard]] http::Response scan_file(Call& call);
[[nodiscard]] http::Response receive_scan_removal(Call& call);

}  // namespace throughline::web
