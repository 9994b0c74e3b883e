#pragma once

// The facts of a landing page, out of its sentences, rows and "name: value" lines. Values stay as
// they are written.

#include "judge/elsewhere/page.hpp"
#include "judge/elsewhere/reading_rules.hpp"

#include <span>
#include <vector>

namespace throughline::judge::elsewhere {

[[nodiscard]] std::vector<Fact> read_facts(const std::vector<FactRule>& rules,
                                           std::span<const PagePart> parts);

}  // namespace throughline::judge::elsewhere
