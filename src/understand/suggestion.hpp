#pragma once

// Themes that a case's words hint at, by simple cues. A suggestion says which words decided it and
// stands beside an empty tick box: it is never applied by itself.

#include "understand/theme.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::understand {

struct Suggestion {
  std::string theme_ref;
  std::string theme_name;
  std::vector<std::string> because;  // the words as they stand: "waiting", "how long"
};

inline constexpr std::size_t most_suggestions = 5;

// Those with the most different cues first; at most most_suggestions.
[[nodiscard]] std::vector<Suggestion> suggest_themes(std::string_view words,
                                                     const std::vector<Theme>& themes);

}  // namespace throughline::understand
