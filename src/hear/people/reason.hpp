#pragma once

// Why somebody did what cannot be undone, or looked where few may; for the sources of this folder.

#include "base/result.hpp"

#include <string>
#include <vector>

namespace throughline::hear {

inline constexpr std::size_t most_reason_bytes = 1'000;

// `missing` is what to say when there is none.
void check_reason(std::vector<base::Problem>& problems, const std::string& reason,
                  const std::string& missing);

}  // namespace throughline::hear
