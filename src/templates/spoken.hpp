#pragma once

// What compiled templates that are had in every language are made of, besides runtime.hpp. Included
// by generated code (scripts/templates) and by nothing else.

#include "templates/language.hpp"
#include "templates/runtime.hpp"

namespace throughline::templates {

// What a sentence's place is filled with.
template <typename Body>
std::string written(const Body& body) {
  std::string out;
  body(out);
  return out;
}

}  // namespace throughline::templates
