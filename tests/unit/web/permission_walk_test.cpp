#include "support/golden.hpp"
#include "support/web.hpp"
#include "web/routes.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <regex>

// Every route, as every role, in one's own council and in another, against the one permission
// table. Stages need not be told of this test: it reads the routes and the table that the program
// has.

namespace throughline::web {
namespace {

using testing::Browser;
using testing::TestSite;

// The path with something that does not exist in each {parameter}.
std::string concrete(const std::string& path) {
  return std::regex_replace(path, std::regex("\\{[a-z_]+\\}"), "NOTHING-1");
}

bool needs_no_session(const Route& route) {
  return static_cast<bool>(route.plain);
}

int status_for(Browser& browser, const Route& route) {
  const auto path = concrete(route.path);
  return (route.method == "GET" ? browser.get(path) : browser.post(path)).status;
}

bool sent_to_sign_in(Browser& browser, const Route& route) {
  const auto path = concrete(route.path);
  const auto answer = route.method == "GET" ? browser.get(path) : browser.post(path);
  // A program that asks for JSON is told so; a person is shown the way, with what they had typed.
  if (path.starts_with("/api/")) return answer.status == 401;
  if (route.method != "GET") {
    return answer.status == 403 &&
           answer.body.find("You have been signed out") != std::string::npos;
  }
  return answer.status == 303 && testing::header(answer, "Location").rfind("/sign-in", 0) == 0;
}

TEST(EveryRoute, is_in_the_golden_list) {
  std::vector<std::string> lines;
  for (const auto& route : all_routes().all()) lines.push_back(route.path + " " + route.method);
  std::ranges::sort(lines);
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  testing::expect_golden("routes.txt", text);
}

class PermissionWalk : public ::testing::TestWithParam<record::Role> {};

INSTANTIATE_TEST_SUITE_P(, PermissionWalk, ::testing::ValuesIn(record::all_roles),
                         [](const auto& role) { return std::string(record::to_text(role.param)); });

TEST_P(PermissionWalk, finds_what_the_table_says) {
  const auto role = GetParam();
  TestSite site;
  for (const auto& route : all_routes().all()) {
    if (needs_no_session(route)) continue;
    auto browser = site.browser_as(role);  // a new one each time: signing out is a route too
    const auto* row = site.permissions().find(route.method, route.path);
    ASSERT_NE(row, nullptr);
    const auto name = route.method + " " + route.path;
    if (record::may(*row, role)) {
      const int status = status_for(browser, route);
      EXPECT_NE(status, 403) << name;
      EXPECT_LT(status, 500) << name;
    } else if (role == record::Role::visitor) {
      EXPECT_TRUE(sent_to_sign_in(browser, route)) << name;
    } else {
      EXPECT_EQ(status_for(browser, route), 403) << name;
    }
  }
}

TEST_P(PermissionWalk, never_lets_a_session_into_another_council) {
  const auto role = GetParam();
  if (role == record::Role::visitor) return;
  TestSite site;
  const auto session = site.browser_as(role).cookie("session");
  for (const auto& route : all_routes().all()) {
    const auto* row = site.permissions().find(route.method, route.path);
    if (needs_no_session(route) || record::may(*row, record::Role::visitor)) continue;
    auto elsewhere = site.browser(testing::other_council);
    elsewhere.get("/sign-in");
    elsewhere.set_cookie("session", session);
    EXPECT_TRUE(sent_to_sign_in(elsewhere, route)) << route.method << " " << route.path;
  }
}

// The records of one council, asked for by people of the other.
TEST(EveryRoute, hides_records_of_another_council) {
  TestSite site;
  const auto ours = site.user_of(record::Role::administrator, testing::own_council);
  // A ref that only our council has.
  site.database().write([&](store::Writer& writer) {
    writer.execute("update users set ref = 'USER-900' where authority_id = $1 and ref = $2",
                   {std::string(testing::own_council), ours});
  });
  EXPECT_EQ(site.browser_as(record::Role::administrator).get("/users/USER-900").status, 200);
  auto stranger = site.browser_as(record::Role::administrator, testing::other_council);
  EXPECT_EQ(stranger.get("/users/USER-900").status, 404);
  EXPECT_EQ(stranger.post("/users/USER-900/deactivation").status, 404);
}

}  // namespace
}  // namespace throughline::web
