#pragma once

// The published assessment as a page of its own, without the website round it: what is downloaded,
// turned into PDF and Word, and written by `throughline export`.

#include "publish/assessment_page.hpp"

#include <string>

namespace throughline::web {

[[nodiscard]] std::string paper(const publish::StatementPage& page);
[[nodiscard]] std::string paper(const publish::SummaryPage& page);

}  // namespace throughline::web
