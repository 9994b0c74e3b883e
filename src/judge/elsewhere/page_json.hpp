#pragma once

// A published page as one line of JSON: what `throughline read --json` prints.

#include "judge/elsewhere/page.hpp"

#include <string>

namespace throughline::judge::elsewhere {

// Shape: docs/command-line.md, "read". `file` is what the page was read from.
[[nodiscard]] std::string to_json(const PublishedPage& page, const std::string& file);

}  // namespace throughline::judge::elsewhere
