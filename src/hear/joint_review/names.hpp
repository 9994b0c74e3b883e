#pragma once

// Inside joint reviews: checks of what is typed. What could show who somebody is gives a warning
// that a person can pass by saying that they looked: a review names no people, but a detector that
// blocks would stop the name of a street or of an organisation.

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear::joint_review {

// Whether whoever typed it said, after a warning, that it shows nobody.
enum class Looked { no, yes };

// Bounded and well-formed; with `missing` it must be there.
void check_text(std::vector<base::Problem>& problems, const char* field, const std::string& text,
                std::size_t most, const std::string& missing, Looked looked);

// Whether one of the problems is such a warning, so that the form offers to pass it.
[[nodiscard]] bool warns_of_names(const base::Error& error);

}  // namespace throughline::hear::joint_review
