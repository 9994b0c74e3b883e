#pragma once

// The pages of PUBLISH: the public assessment, publishing it, and "You said, we did".

namespace throughline::web {

class Routes;
void add_publish_pages(Routes& routes);

}  // namespace throughline::web
