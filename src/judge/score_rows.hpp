#pragma once

// Rows of the scores table as Score, with their escalations; for this room's own SQL.

#include "judge/score.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace throughline::judge {

// Scores for a condition on the table `s`; $1 is the authority.
[[nodiscard]] std::vector<Score> select_scores(store::Reader& reader, const std::string& condition,
                                               const std::string& tail,
                                               const store::Values& parameters);

}  // namespace throughline::judge
