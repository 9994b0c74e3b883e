#pragma once

// Taking out of a case's words what shows who someone is, as the product suggests it.

#include "record/work.hpp"
#include "store/database.hpp"

#include <string>

namespace throughline::demo {

void redact_as_suggested(store::Writer& writer, const record::Work& work,
                         const std::string& case_ref);

// Those cases behind an action whose words the text quotes, as the person who writes it would do.
void redact_what_is_quoted(store::Writer& writer, const record::Work& work,
                           const std::string& action_ref, const std::string& text);

}  // namespace throughline::demo
