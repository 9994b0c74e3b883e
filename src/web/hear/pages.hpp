#pragma once

// The pages of HEAR: "Tell us" and "Where things stand" for everyone; logging what someone said,
// the list of cases, each case and its work, letters, and importing, for those who sign in.

namespace throughline::web {

class Routes;

void add_hear_pages(Routes& routes);

}  // namespace throughline::web
