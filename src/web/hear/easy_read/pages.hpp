#pragma once

namespace throughline::web {

class Routes;

// Easy read: telling us, and seeing where it has got to, with pictures.
void add_easy_read_pages(Routes& routes);

}  // namespace throughline::web
