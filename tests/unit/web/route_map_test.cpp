#include "web/route_map.hpp"

#include <gtest/gtest.h>
#include <stdexcept>

namespace throughline::web {
namespace {

Routes routes_of(const std::vector<std::pair<std::string, std::string>>& wanted) {
  Routes routes;
  for (const auto& [method, path] : wanted) {
    if (method == "GET") routes.get(path, {});
    if (method == "POST") routes.post(path, {});
  }
  return routes;
}

TEST(RouteMap, finds_a_path_with_its_parameters) {
  const RouteMap map(routes_of({{"GET", "/"}, {"GET", "/cases/{ref}/notes/{number}"}}).all());
  const auto match = map.find("GET", "/cases/CASE-1042/notes/7");
  ASSERT_NE(match.route, nullptr);
  EXPECT_EQ(match.parameters.at("ref"), "CASE-1042");
  EXPECT_EQ(match.parameters.at("number"), "7");
  EXPECT_EQ(map.find("GET", "/").route->path, "/");
}

TEST(RouteMap, prefers_what_is_written_out_whatever_the_order) {
  const RouteMap map(routes_of({{"GET", "/actions/{ref}"}, {"GET", "/actions/new"}}).all());
  EXPECT_EQ(map.find("GET", "/actions/new").route->path, "/actions/new");
  EXPECT_EQ(map.find("GET", "/actions/ACTION-1").route->path, "/actions/{ref}");
}

TEST(RouteMap, says_which_other_methods_a_path_answers_to) {
  const RouteMap map(routes_of({{"GET", "/cases"}, {"POST", "/cases"}}).all());
  const auto match = map.find("DELETE", "/cases");
  EXPECT_EQ(match.route, nullptr);
  EXPECT_EQ(match.other_methods, (std::vector<std::string>{"GET", "POST"}));
  EXPECT_TRUE(map.find("DELETE", "/nothing").other_methods.empty());
}

TEST(RouteMap, refuses_two_routes_that_are_the_same) {
  EXPECT_THROW(RouteMap(routes_of({{"GET", "/cases"}, {"GET", "/cases"}}).all()), std::logic_error);
}

}  // namespace
}  // namespace throughline::web
