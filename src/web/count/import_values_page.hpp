#pragma once

// GET and POST /measures/{ref}/import: values pasted or uploaded in two steps. The first shows what
// would become of every row and keeps nothing; the second keeps the good rows, because a person
// said so. What was pasted is never lost.

#include "web/call.hpp"

namespace throughline::web {

[[nodiscard]] http::Response import_values_page(Call& call);
[[nodiscard]] http::Response receive_values_import(Call& call);

}  // namespace throughline::web
