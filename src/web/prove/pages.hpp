#pragma once

// The pages of PROVE: recorded verdicts. The verdict of today stands on the page of its action.

namespace throughline::web {

class Routes;

void add_prove_pages(Routes& routes);

}  // namespace throughline::web
