#pragma once

// What published claims rest on, as kinds and counts; for this room.

#include "judge/evidence.hpp"
#include "publish/assessment_page.hpp"

#include <vector>

namespace throughline::publish {

[[nodiscard]] Basis basis_of(const std::vector<const judge::Evidence*>& evidence);

}  // namespace throughline::publish
