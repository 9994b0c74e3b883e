#pragma once

// Bytes of a file that a person named, bounded.

#include "base/result.hpp"

#include <string>

namespace throughline::cli {

// Errors: not_found; invalid, for a folder; too_large, above what a published page can be.
[[nodiscard]] base::Result<std::string> bytes_of_page(const std::string& path);

}  // namespace throughline::cli
