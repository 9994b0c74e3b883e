#pragma once

// Inside co-production only: checks of what is typed.

#include "base/result.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace throughline::hear::coproduction {

// A text that may travel: bounded, well-formed, without what shows who somebody is. With `missing`
// it must be there.
void check_words(store::Reader& reader, const std::string& authority_id,
                 std::vector<base::Problem>& problems, const char* field, const std::string& text,
                 std::size_t most, const std::string& missing = {});

}  // namespace throughline::hear::coproduction
