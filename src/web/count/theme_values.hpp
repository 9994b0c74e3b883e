#pragma once

// POST /measures/{ref}/theme-values: counts the cases of a theme in each whole month into a
// measure, so that an action can be held against what people say less of.

#include "store/database.hpp"
#include "web/call.hpp"
#include "web/option_view.hpp"

#include <vector>

namespace throughline::web {

[[nodiscard]] http::Response receive_theme_values(Call& call);

// The themes to choose from.
[[nodiscard]] std::vector<OptionView> theme_options(store::Reader& reader,
                                                    const std::string& council,
                                                    std::string_view chosen);

}  // namespace throughline::web
