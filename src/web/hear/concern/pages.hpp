#pragma once

// The pages of concerns.

namespace throughline::web {

class Routes;
void add_concern_pages(Routes& routes);

}  // namespace throughline::web
