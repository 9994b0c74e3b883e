#pragma once

// The pages of partner organisations: /partners for staff, /partner for those who sign in for one,
// and /partner-feedback for what they told us.

namespace throughline::web {

class Routes;
void add_partner_pages(Routes& routes);

}  // namespace throughline::web
