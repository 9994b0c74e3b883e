#pragma once

// Where people arrive: the public start page, what needs a signed-in person today, the pages every
// service must have, and what a machine asks (is it up, is it ready, its static files).

namespace throughline::web {

class Routes;

void add_home_pages(Routes& routes);

}  // namespace throughline::web
