#pragma once

// Finds the route that answers a path. A part that is written out goes before a {parameter}, so
// "/actions/new" is never taken for an action called "new".

#include "web/routes.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::web {

class RouteMap {
 public:
  // Throws std::logic_error when two routes have the same method and path.
  explicit RouteMap(std::vector<Route> routes);

  struct Match {
    const Route* route = nullptr;  // none: nothing answers this path with this method
    std::map<std::string, std::string, std::less<>> parameters;
    std::vector<std::string> other_methods;  // what the path does answer to, when not this one
  };
  [[nodiscard]] Match find(std::string_view method, std::string_view path) const;

 private:
  struct Pattern {
    std::size_t route;
    std::vector<std::string> parts;
  };
  std::vector<Route> routes_;
  std::map<std::size_t, std::vector<Pattern>> by_length_;  // written-out parts first
};

}  // namespace throughline::web
