#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::HasSubstr;
using testing::TestSite;

TEST(AccountPage, lists_where_one_is_signed_in) {
  TestSite site;
  auto desk = site.browser_as(record::Role::officer);
  const auto other = site.browser_as(record::Role::officer);
  const auto page = desk.get("/account");
  EXPECT_THAT(page.body, HasSubstr("officer@aldermere.example"));
  EXPECT_THAT(page.body, HasSubstr("(here)"));
}

TEST(AccountPage, signs_out_everywhere) {
  TestSite site;
  auto desk = site.browser_as(record::Role::officer);
  auto phone = site.browser_as(record::Role::officer);
  desk.post("/account/sign-out-everywhere");
  EXPECT_EQ(desk.get("/home").status, 303);
  EXPECT_EQ(phone.get("/home").status, 303);
}

TEST(AccountPage, changes_the_password_and_signs_out_everywhere_else) {
  TestSite site;
  auto desk = site.browser_as(record::Role::officer);
  auto phone = site.browser_as(record::Role::officer);
  const auto answer = desk.post(
      "/account/password",
      {{"current", std::string(testing::test_password)}, {"password", "kettle mossy pillar"}});
  EXPECT_THAT(desk.follow(answer).body, HasSubstr("Password changed"));
  EXPECT_EQ(phone.get("/home").status, 303);
}

TEST(AccountPage, shows_a_message_once) {
  TestSite site;
  auto desk = site.browser_as(record::Role::officer);
  desk.post("/account/password", {{"current", std::string(testing::test_password)},
                                  {"password", "kettle mossy pillar"}});
  EXPECT_THAT(desk.get("/account").body, HasSubstr("Password changed"));
  EXPECT_THAT(desk.get("/account").body, ::testing::Not(HasSubstr("Password changed")));
}

TEST(AccountPage, never_shows_a_message_that_we_did_not_write) {
  TestSite site;
  auto desk = site.browser_as(record::Role::officer);
  desk.set_cookie("message", std::string(64, 'a') + ".Call%20this%20number");
  EXPECT_THAT(desk.get("/account").body, ::testing::Not(HasSubstr("Call this number")));
}

}  // namespace
}  // namespace throughline::web
