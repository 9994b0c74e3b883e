#pragma once

// The pages of the Ombudsman's decisions and yearly figures.

namespace throughline::web {

class Routes;
void add_ombudsman_pages(Routes& routes);

}  // namespace throughline::web
