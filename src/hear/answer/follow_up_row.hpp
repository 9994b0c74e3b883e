#pragma once

// How a follow-up stands on the line; for the sources of this folder only.

#include "hear/answer/follow_up.hpp"
#include "record/line.hpp"

namespace throughline::hear {

[[nodiscard]] record::Node follow_up_node(const FollowUp& said);

}  // namespace throughline::hear
