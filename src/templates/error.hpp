#pragma once

// A fault in a template that shows only when it runs, such as a filter given what it cannot use.
// It is a bug of ours, so it is thrown; the message opens with the template and its line.

#include <stdexcept>
#include <string>

namespace throughline::templates {

// Where in a template something stands.
struct Place {
  const char* source;
  int line;
};

class TemplateError : public std::runtime_error {
 public:
  TemplateError(Place place, const std::string& message)
      : std::runtime_error(std::string(place.source) + ":" + std::to_string(place.line) + ": " +
                           message) {}
};

}  // namespace throughline::templates
