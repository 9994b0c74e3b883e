#pragma once

// The pages of compliments.

namespace throughline::web {

class Routes;
void add_compliment_pages(Routes& routes);

}  // namespace throughline::web
