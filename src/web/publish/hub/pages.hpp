#pragma once

// The pages of the information hub.

namespace throughline::web {

class Routes;
void add_hub_pages(Routes& routes);

}  // namespace throughline::web
