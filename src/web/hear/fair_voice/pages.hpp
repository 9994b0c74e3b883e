#pragma once

// The pages of fair voice: whose voices are heard, and the populations that they are held against.

namespace throughline::web {

class Routes;
void add_fair_voice_pages(Routes& routes);

}  // namespace throughline::web
