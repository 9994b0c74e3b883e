#pragma once

// One theme, GET /themes/{ref}: month by month as a chart and a table, and its figures as a file,
// GET /themes/{ref}/counts.csv.

#include "web/call.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

[[nodiscard]] http::Response theme_page(Call& call);
[[nodiscard]] http::Response theme_counts_file(Call& call);

}  // namespace throughline::web
