#pragma once

// The pages of what all stages share: signing in and out, one's own account, the people who may
// sign in, and the trace.

namespace throughline::web {

class Routes;

void add_record_pages(Routes& routes);

}  // namespace throughline::web
