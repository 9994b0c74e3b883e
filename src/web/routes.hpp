#pragma once

// The routes: a method, a path with {parameters}, and the page that answers. Who may use a route is
// not said here but in the one permission table (data/permissions.csv), under the same method and
// path; the program does not start when a route has no row or a row has no route.

#include "web/call.hpp"
#include "web/http/message.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace throughline::web {

using Page = std::function<http::Response(Call&)>;
// An answer that needs neither a council nor a session: health, static files.
using PlainPage = std::function<http::Response(const Site&, http::Request&)>;

struct Route {
  std::string method;
  std::string path;  // "/cases/{ref}"
  Page page;
  PlainPage plain;  // instead of `page`
  bool remembered = false;
};

class Routes {
 public:
  void get(std::string path, Page page);
  // A page to look at, often, for who is signed in: the same browser may be given it again from
  // memory while nothing of the council has changed (web/page_memory). It must write nothing, and
  // depend on nothing but the council's records, the day, and what the browser sent.
  void remembered(std::string path, Page page);
  void post(std::string path, Page page);
  void plain(std::string path, PlainPage page);  // GET
  [[nodiscard]] const std::vector<Route>& all() const& { return routes_; }
  // Of routes that go away: all_routes().all().
  [[nodiscard]] std::vector<Route> all() && { return std::move(routes_); }

 private:
  std::vector<Route> routes_;
};

// Each group of pages adds its own routes; web/all_routes.cpp calls them all.
Routes all_routes();

}  // namespace throughline::web
