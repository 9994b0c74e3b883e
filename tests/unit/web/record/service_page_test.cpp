#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using record::Role;
using ::testing::HasSubstr;
using ::testing::Not;

}  // namespace

TEST(ServicePage, adds_renames_and_withdraws_a_service) {
  testing::TestSite site;
  auto browser = site.browser_as(Role::administrator);
  EXPECT_THAT(browser.follow(browser.post("/services", {{"name", "Home care"}})).body,
              HasSubstr("Home care added"));
  EXPECT_EQ(browser.post("/services/SERVICE-1", {{"name", "Care at home"}}).status, 303);
  EXPECT_THAT(browser.get("/services").body, HasSubstr("Care at home"));
  EXPECT_EQ(browser.post("/services/SERVICE-1", {{"offered", "no"}}).status, 303);
  EXPECT_THAT(browser.get("/services").body, HasSubstr("Not asked about"));
}

TEST(ServicePage, keeps_a_refused_name_and_escapes_it) {
  testing::TestSite site;
  auto browser = site.browser_as(Role::lead);
  const std::string hostile = "<script>alert(1)</script>" + std::string(200, 'x');
  const auto refused = browser.post("/services", {{"name", hostile}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr("&lt;script&gt;alert(1)"));
  EXPECT_THAT(refused.body, Not(HasSubstr("<script>alert")));
}

TEST(ServicePage, shows_a_refused_rename_beside_its_service) {
  testing::TestSite site;
  auto browser = site.browser_as(Role::lead);
  browser.post("/services", {{"name", "Home care"}});
  browser.post("/services", {{"name", "Day centres"}});
  const auto refused = browser.post("/services/SERVICE-2", {{"name", "Home care"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr("href=\"#name-SERVICE-2\""));
}

}  // namespace throughline::web
