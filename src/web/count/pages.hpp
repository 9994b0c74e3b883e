#pragma once

// The pages of COUNT: measures, their charts and their values.

namespace throughline::web {

class Routes;

void add_count_pages(Routes& routes);

}  // namespace throughline::web
