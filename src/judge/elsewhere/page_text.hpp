#pragma once

// A published page as a report that a person can read in a terminal.

#include "judge/elsewhere/page.hpp"

#include <string>

namespace throughline::judge::elsewhere {

[[nodiscard]] std::string to_report(const PublishedPage& page, const std::string& file);

}  // namespace throughline::judge::elsewhere
