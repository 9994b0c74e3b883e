#pragma once

// Where a complaint stands, in plain words for the person who made it: what was done, what will be,
// and by when. Nothing of it is confidential.

#include "hear/progress.hpp"
#include "templates/described.hpp"

#include <string>
#include <vector>

namespace throughline::web {

struct StepView {
  std::string text;
  std::string detail;
  bool done = false;
};
BOOST_DESCRIBE_STRUCT(StepView, (), (text, detail, done))

[[nodiscard]] std::vector<StepView> complaint_steps(const hear::ComplaintProgress& complaint,
                                                    bool closed, base::Date today);

}  // namespace throughline::web
