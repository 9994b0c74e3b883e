#include "web/record/sign_in_page.hpp"

#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::header;
using ::testing::Not;
using testing::TestSite;

class SignIn : public ::testing::Test {
 protected:
  http::Response sign_in(Browser& browser, const std::string& password,
                         const std::string& next = "",
                         const std::string& email = "officer@aldermere.example") {
    return browser.post("/sign-in", {{"email", email}, {"password", password}, {"next", next}});
  }

  TestSite site_;
  Browser browser_ = site_.browser();
  std::string right_{testing::test_password};
};

TEST_F(SignIn, opens_the_home_page_and_says_who_is_in) {
  const auto answer = sign_in(browser_, right_);
  EXPECT_EQ(header(answer, "Location"), "/home");
  const auto home = browser_.follow(answer);
  EXPECT_EQ(home.status, 200);
  EXPECT_THAT(home.body, HasSubstr("Complaints officer of aldermere"));
}

TEST_F(SignIn, goes_back_to_where_one_wanted_to_be) {
  EXPECT_EQ(header(sign_in(browser_, right_, "/trace/CASE-1?direction=back"), "Location"),
            "/trace/CASE-1?direction=back");
}

TEST(SignInNext, is_only_ever_a_page_of_this_site) {
  EXPECT_EQ(safe_next("/cases?page=2"), "/cases?page=2");
  for (const auto* bad : {"", "https://evil.example/", "//evil.example", "/\\evil.example",
                          "javascript:alert(1)", "/a\nSet-Cookie: x=y"}) {
    EXPECT_EQ(safe_next(bad), "/home") << bad;
  }
}

TEST_F(SignIn, slows_down_whoever_tries_many_accounts_from_one_address) {
  for (int i = 0; i < 60; ++i) {
    sign_in(browser_, "wrong", "", "nobody" + std::to_string(i) + "@aldermere.example");
  }
  const auto count_events = [&] {
    return site_.database().read(
        [](store::Reader& reader) { return reader.number("select count(*) from events"); });
  };
  const auto events = count_events();
  const auto answer = sign_in(browser_, right_);
  EXPECT_EQ(answer.status, 429);
  EXPECT_THAT(answer.body, HasSubstr("too many wrong tries from here"));
  EXPECT_EQ(count_events(), events);
  site_.clock().set(site_.clock().now() + std::chrono::minutes{1});
  EXPECT_EQ(sign_in(browser_, right_).status, 303);
}

TEST_F(SignIn, keeps_the_address_and_shows_the_mistake) {
  const auto answer = sign_in(browser_, "wrong");
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr("<title>Error: Sign in"));
  EXPECT_THAT(answer.body, HasSubstr("There is a problem"));
  EXPECT_THAT(answer.body, HasSubstr("href=\"#email\""));
  EXPECT_THAT(answer.body, HasSubstr("value=\"officer@aldermere.example\""));
  EXPECT_THAT(answer.body, Not(HasSubstr("wrong\"")));
}

TEST_F(SignIn, shows_hostile_text_as_text) {
  const auto answer = sign_in(browser_, "wrong", "\"><script>alert(1)</script>",
                              "<img src=x onerror=alert(1)>@b.example");
  EXPECT_THAT(answer.body, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(answer.body, Not(HasSubstr("<img")));
  EXPECT_THAT(answer.body, HasSubstr("&lt;img src=x"));
}

TEST_F(SignIn, gives_a_new_session_each_time) {
  sign_in(browser_, right_);
  const auto first = browser_.cookie("session");
  ASSERT_EQ(first.size(), 64U);
  browser_.get("/account");
  sign_in(browser_, right_);
  EXPECT_NE(browser_.cookie("session"), first);
  auto old = site_.browser();
  old.set_cookie("session", first);
  EXPECT_EQ(old.get("/home").status, 303) << "the session before has ended";
}

TEST_F(SignIn, does_not_take_a_session_that_was_planted) {
  const std::string planted(64, 'a');
  browser_.set_cookie("session", planted);
  sign_in(browser_, right_);
  EXPECT_NE(browser_.cookie("session"), planted);
}

TEST_F(SignIn, ends_with_sign_out) {
  sign_in(browser_, right_);
  const auto session = browser_.cookie("session");
  browser_.get("/home");
  const auto answer = browser_.post("/sign-out");
  EXPECT_EQ(browser_.cookie("session"), "");
  EXPECT_THAT(browser_.follow(answer).body, HasSubstr("You have signed out"));
  browser_.set_cookie("session", session);
  EXPECT_EQ(browser_.get("/home").status, 303);
}

TEST_F(SignIn, does_not_know_people_of_another_council) {
  auto elsewhere = site_.browser("otherton");
  EXPECT_EQ(sign_in(elsewhere, right_).status, 400);
}

}  // namespace
}  // namespace throughline::web
