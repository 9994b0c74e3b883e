#pragma once

// The routes of letters and of the templates they begin from.

namespace throughline::web {

class Routes;

void add_letter_pages(Routes& routes);

}  // namespace throughline::web
