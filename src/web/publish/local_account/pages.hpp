#pragma once

// The routes of the Local Account.

namespace throughline::web {

class Routes;

void add_local_account_pages(Routes& routes);

}  // namespace throughline::web
