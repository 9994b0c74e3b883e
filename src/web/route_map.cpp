#include "web/route_map.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace throughline::web {

namespace {

std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const auto slash = path.find('/');
    const auto part = path.substr(0, slash);
    if (!part.empty()) parts.emplace_back(part);
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return parts;
}

bool is_parameter(std::string_view part) {
  return part.starts_with('{') && part.ends_with('}');
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& parts) {
  return std::equal(
      pattern.begin(), pattern.end(), parts.begin(),
      [](const auto& want, const auto& got) { return is_parameter(want) || want == got; });
}

bool written_out_first(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (is_parameter(one[i]) != is_parameter(other[i])) return is_parameter(other[i]);
  }
  return false;
}

}  // namespace

RouteMap::RouteMap(std::vector<Route> routes) : routes_(std::move(routes)) {
  std::set<std::pair<std::string, std::string>> known;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    const auto& route = routes_[i];
    if (!known.emplace(route.method, route.path).second) {
      throw std::logic_error("two routes for " + route.method + " " + route.path);
    }
    auto parts = parts_of(route.path);
    const auto length = parts.size();
    by_length_[length].push_back({i, std::move(parts)});
  }
  for (auto& [length, patterns] : by_length_) {
    std::ranges::stable_sort(patterns, written_out_first, &Pattern::parts);
  }
}

RouteMap::Match RouteMap::find(std::string_view method, std::string_view path) const {
  Match match;
  const auto parts = parts_of(path);
  const auto patterns = by_length_.find(parts.size());
  if (patterns == by_length_.end()) return match;
  for (const auto& pattern : patterns->second) {
    if (!fits(pattern.parts, parts)) continue;
    const auto& route = routes_[pattern.route];
    if (route.method != method) {
      match.other_methods.push_back(route.method);
      continue;
    }
    match.route = &route;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const auto& want = pattern.parts[i];
      if (is_parameter(want)) match.parameters[want.substr(1, want.size() - 2)] = parts[i];
    }
    return match;
  }
  return match;
}

}  // namespace throughline::web
