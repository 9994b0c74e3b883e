#pragma once

// What templates/layout.html and every page see as `layout`: whose page this is, who looks at it
// and where they can go.

#include "templates/value.hpp"

namespace throughline::web {

struct Call;

[[nodiscard]] templates::Value layout(const Call& call);
// For an answer that has no council yet: when nothing is set up, or the world is broken.
[[nodiscard]] templates::Value bare_layout();

}  // namespace throughline::web
