#include "web/form_guard.hpp"

#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using testing::Browser;
using testing::TestSite;

// Signing in is a form like any other: with a wrong password it answers 400 when it was let
// through.
http::Request sign_in_form(const std::string& token) {
  http::Request request;
  request.method = "POST";
  request.path = "/sign-in";
  request.form.add("form_token", token);
  return request;
}

class FormGuard : public ::testing::Test {
 protected:
  int status_of(http::Request request) { return browser_.send(std::move(request)).status; }

  TestSite site_;
  Browser browser_ = site_.browser();
};

TEST_F(FormGuard, lets_a_form_of_ours_through) {
  browser_.get("/sign-in");
  EXPECT_EQ(status_of(sign_in_form(browser_.form_token())), 400);
}

TEST_F(FormGuard, refuses_a_form_without_a_token) {
  browser_.get("/sign-in");
  EXPECT_EQ(status_of(sign_in_form("")), 403);
  EXPECT_EQ(status_of(sign_in_form(std::string(64, 'a'))), 403);
}

TEST_F(FormGuard, refuses_a_token_of_another_browser) {
  auto other = site_.browser();
  other.get("/sign-in");
  browser_.get("/sign-in");
  EXPECT_EQ(status_of(sign_in_form(other.form_token())), 403);
}

TEST_F(FormGuard, refuses_a_token_whose_cookie_did_not_come) {
  auto other = site_.browser();
  other.get("/sign-in");
  EXPECT_EQ(status_of(sign_in_form(other.form_token())), 403);
}

TEST_F(FormGuard, refuses_a_token_of_another_council) {
  auto elsewhere = site_.browser("otherton");
  elsewhere.get("/sign-in");
  browser_.set_cookie("visitor", elsewhere.cookie("visitor"));
  EXPECT_EQ(status_of(sign_in_form(elsewhere.form_token())), 403);
}

TEST_F(FormGuard, refuses_what_another_site_sends_even_with_a_token) {
  browser_.get("/sign-in");
  const auto with = [&](const std::string& name, const std::string& value) {
    auto request = sign_in_form(browser_.form_token());
    request.headers[name] = value;
    return status_of(std::move(request));
  };
  EXPECT_EQ(with("origin", "https://elsewhere.example"), 403);
  EXPECT_EQ(with("origin", "null"), 403);
  EXPECT_EQ(with("origin", "https://aldermere.example.evil.example"), 403);
  EXPECT_EQ(with("sec-fetch-site", "cross-site"), 403);
  EXPECT_EQ(with("sec-fetch-site", "same-site"), 403);
  EXPECT_EQ(with("origin", "https://aldermere.example"), 400);
  EXPECT_EQ(with("sec-fetch-site", "same-origin"), 400);
}

TEST_F(FormGuard, takes_only_a_sessions_own_token_from_who_is_signed_in) {
  browser_.get("/sign-in");
  auto staff = site_.browser_as(record::Role::staff);
  staff.set_cookie("visitor", browser_.cookie("visitor"));
  auto request = sign_in_form(browser_.form_token());
  request.path = "/account/sign-out-everywhere";
  EXPECT_EQ(staff.send(request).status, 403);
  EXPECT_EQ(staff.post("/account/sign-out-everywhere").status, 303);
}

TEST(MostBodyBytes, are_few_for_a_browser_that_carries_no_session) {
  http::Request visitor;
  EXPECT_EQ(most_body_bytes(visitor), 2u * 1024 * 1024);
  http::Request someone;
  someone.cookies.emplace("session", "a token that is looked at later");
  EXPECT_EQ(most_body_bytes(someone), 50u * 1024 * 1024);
}

}  // namespace
}  // namespace throughline::web
