#pragma once

// The pages of what staff raise.

namespace throughline::web {

class Routes;
void add_idea_pages(Routes& routes);

}  // namespace throughline::web
