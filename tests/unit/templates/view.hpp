#pragma once

// JSON as values, and the view that the templates in tests/templates are given.

#include "templates/value.hpp"

#include <string>

namespace throughline::templates {

[[nodiscard]] Value value_from_json(const std::string& text);
[[nodiscard]] Value shared_view();

}  // namespace throughline::templates
