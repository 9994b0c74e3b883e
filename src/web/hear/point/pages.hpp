#pragma once

// The pages of points, kiosks and the wall.

namespace throughline::web {

class Routes;
void add_point_pages(Routes& routes);

}  // namespace throughline::web
