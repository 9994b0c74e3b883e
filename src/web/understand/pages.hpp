#pragma once

// The pages of UNDERSTAND: the themes side by side, each theme month by month, and the care of the
// council's own list of themes.

namespace throughline::web {

class Routes;

void add_understand_pages(Routes& routes);

}  // namespace throughline::web
