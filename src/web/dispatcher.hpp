#pragma once

// Between the server and the pages. For each request it finds the route, the council and the
// person, asks the one permission table, checks where a form came from, runs the page, and puts the
// security headers on whatever comes back. Nothing reaches a page past it, and no exception gets
// past it.

#include "web/http/message.hpp"
#include "web/routes.hpp"
#include "web/site.hpp"

#include <string>
#include <vector>

namespace throughline::web {

// Everything in `site` outlives the handler. The handler may run on many threads at once.
// Throws std::logic_error when a route has no row in the permission table or a row has no route.
[[nodiscard]] http::Handler dispatcher(const Site& site, Routes routes);

// What dispatcher() refuses to start over, one sentence each.
[[nodiscard]] std::vector<std::string> undeclared(const Routes& routes,
                                                  const record::PermissionTable& permissions);

}  // namespace throughline::web
