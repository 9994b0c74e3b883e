#pragma once

// What is known by its form alone (telephone numbers, e-mail addresses, postcodes, NHS and National
// Insurance numbers, dates of birth, record numbers); for the sources of this room only.

#include "text/personal.hpp"

namespace throughline::text {

void find_numbers(std::string_view words, std::vector<PersonalSpan>& found);

}  // namespace throughline::text
