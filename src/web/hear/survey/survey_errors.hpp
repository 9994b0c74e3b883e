#pragma once

// The page of a survey with what was wrong with a change that has no form of its own.

#include "base/result.hpp"
#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response show_survey(Call& call, const base::Error* error);

}  // namespace throughline::web
