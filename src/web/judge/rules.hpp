#pragma once

// The framework and yardsticks that pages judge by: read once, never changed.

#include "judge/judge.hpp"

namespace throughline::web {

[[nodiscard]] const judge::Rules& judging_rules();

}  // namespace throughline::web
