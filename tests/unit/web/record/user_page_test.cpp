#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::TestSite;

class UserPages : public ::testing::Test {
 protected:
  TestSite site_;
  Browser administrator_ = site_.browser_as(record::Role::administrator);
};

TEST_F(UserPages, add_someone_who_can_then_sign_in) {
  const auto answer = administrator_.post("/users", {{"name", "Sam Okafor"},
                                                     {"email", "sam@aldermere.example"},
                                                     {"role", "staff"},
                                                     {"password", "kettle mossy pillar"}});
  EXPECT_THAT(administrator_.follow(answer).body, HasSubstr("Sam Okafor can now sign in"));
  auto sam = site_.browser();
  EXPECT_EQ(sam.post("/sign-in",
                     {{"email", "sam@aldermere.example"}, {"password", "kettle mossy pillar"}})
                .status,
            303);
}

TEST_F(UserPages, show_every_mistake_and_keep_what_was_typed) {
  const auto answer = administrator_.post(
      "/users",
      {{"name", "Sam"}, {"email", "not an address"}, {"role", "lead"}, {"password", "x"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr("value=\"not an address\""));
  EXPECT_THAT(answer.body, HasSubstr("Enter an email address in the correct format"));
  EXPECT_THAT(answer.body, HasSubstr("Password must be 12 characters or more"));
  EXPECT_THAT(answer.body, HasSubstr("value=\"lead\" checked"));
}

TEST_F(UserPages, show_a_hostile_name_as_text) {
  const std::string name = "<script>alert(\"x\")</script>'\u202e";
  const auto answer = administrator_.post("/users", {{"name", name},
                                                     {"email", "sam@aldermere.example"},
                                                     {"role", "staff"},
                                                     {"password", "kettle mossy pillar"}});
  for (const auto& page : {administrator_.follow(answer), administrator_.get("/users")}) {
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(page.body, HasSubstr("&lt;script&gt;alert"));
  }
}

TEST_F(UserPages, keep_the_last_administrator) {
  const auto self = site_.user_of(record::Role::administrator);
  const auto answer = administrator_.post("/users/" + self + "/role", {{"role", "staff"}});
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, HasSubstr("only administrator"));
  EXPECT_EQ(administrator_.get("/users").status, 200);
}

TEST_F(UserPages, close_an_account_at_once) {
  auto officer = site_.browser_as(record::Role::officer);
  EXPECT_EQ(officer.get("/home").status, 200);
  const auto ref = site_.user_of(record::Role::officer);
  EXPECT_EQ(administrator_.post("/users/" + ref + "/deactivation").status, 303);
  EXPECT_EQ(officer.get("/home").status, 303);
}

TEST_F(UserPages, change_a_role_at_once) {
  auto officer = site_.browser_as(record::Role::officer);
  EXPECT_EQ(officer.get("/users").status, 403);
  const auto ref = site_.user_of(record::Role::officer);
  administrator_.post("/users/" + ref + "/role", {{"role", "administrator"}});
  EXPECT_EQ(officer.get("/users").status, 200);
}

}  // namespace
}  // namespace throughline::web
