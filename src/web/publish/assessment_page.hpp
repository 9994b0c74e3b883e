#pragma once

// The published assessment, for everyone.
//   GET /assessment, GET /assessment/{page}: "learning", "learning.json", "learning.html",
//   "learning.pdf", "learning.docx"; and "summary.json" and so on for the summary.
//   GET /assessment.json: the same as summary.json.
// The same as it would be published now, for those who work on it: GET /preview/{page}.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response assessment_summary_page(Call& call);
[[nodiscard]] http::Response assessment_summary_json(Call& call);
[[nodiscard]] http::Response assessment_page(Call& call);
[[nodiscard]] http::Response preview_page(Call& call);

}  // namespace throughline::web
