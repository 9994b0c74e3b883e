#pragma once

// The pages of the way back to the person who spoke.

namespace throughline::web {

class Routes;
void add_answer_pages(Routes& routes);

}  // namespace throughline::web
