#pragma once

// The pages of co-production.

namespace throughline::web {

class Routes;
void add_coproduction_pages(Routes& routes);

}  // namespace throughline::web
