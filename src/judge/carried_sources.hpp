#pragma once

// When a text is edited, its paragraphs keep the evidence that was named for them: those whose
// words are the same, and then those that are still mostly the same words, so that mending a slip
// of the pen does not cut a finding off from the voices behind it.

#include "judge/findings.hpp"

#include <vector>

namespace throughline::judge {

// Gives each paragraph of `after` the sources of the paragraph of `before` that it came from; none
// when it is new. Each paragraph of `before` is the origin of one at most.
void carry_sources(const std::vector<FindingSection>& before, std::vector<FindingSection>& after);

}  // namespace throughline::judge
