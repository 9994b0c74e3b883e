#pragma once

// Inside joint reviews only: the answer to whatever is sent from the page of one review.

#include "base/result.hpp"
#include "web/call.hpp"
#include "web/http/message.hpp"

#include <string>
#include <vector>

namespace throughline::web {

// Back to the page with a message; or the page with the form `adding` open, as it was typed, and
// what is wrong: `problems` of its dates besides those of the outcome.
[[nodiscard]] http::Response review_after(Call& call, const base::Result<void>& outcome,
                                          std::vector<base::Problem> problems,
                                          const std::string& adding, const std::string& message);

}  // namespace throughline::web
