#pragma once

// The pages of ACT: actions, from being raised to being done.

namespace throughline::web {

class Routes;

void add_act_pages(Routes& routes);

}  // namespace throughline::web
