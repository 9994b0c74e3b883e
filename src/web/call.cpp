#include "web/call.hpp"

#include "record/permission.hpp"

#include <stdexcept>

namespace throughline::web {

const std::string& Call::parameter(std::string_view name) const {
  const auto found = parameters.find(name);
  if (found == parameters.end()) {
    throw std::out_of_range("the route has no parameter " + std::string(name));
  }
  return found->second;
}

bool Call::may(std::string_view method, std::string_view path) const {
  const auto* permission = site.permissions.find(method, path);
  return permission != nullptr && record::may(*permission, work.actor.role);
}

}  // namespace throughline::web
