#include "web/dispatcher.hpp"

#include "record/event.hpp"
#include "support/web.hpp"
#include "web/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <stdexcept>

namespace throughline::web {
namespace {

using testing::Browser;
using ::testing::HasSubstr;
using testing::header;
using ::testing::Not;
using testing::TestSite;

// A site with a page of each kind, so that these tests do not hang on what the stages offer.
constexpr auto table =
    R"(method,path,what,public,staff,officer,lead,leader,member,partner,assessor,administrator
GET,/broken,Throws,yes,yes,yes,yes,yes,yes,yes,yes,yes
POST,/notes,Writes,yes,yes,yes,yes,yes,yes,yes,yes,yes
GET,/board,Who looked how often,no,yes,yes,yes,yes,yes,yes,yes,yes
GET,/notes,A form,yes,yes,yes,yes,yes,yes,yes,yes,yes
GET,/published,The same for everyone,yes,yes,yes,yes,yes,yes,yes,yes,yes
GET,/staff-room,For staff,no,yes,no,no,no,no,no,no,no
POST,/staff-room,For staff,no,yes,no,no,no,no,no,no,no
)";

Routes few_routes() {
  Routes routes;
  routes.get("/broken", [](Call&) -> http::Response { throw std::runtime_error("secret detail"); });
  routes.get("/notes", [](Call& call) {
    return http::Response::html("<input name=\"form_token\" value=\"" + call.form_token + "\">" +
                                call.authority.name);
  });
  routes.post("/notes", [](Call& call) { return redirect_with_message(call, "/notes", "Noted"); });
  routes.get("/published", [](Call&) {
    auto response = http::Response::html("published");
    response.set_header("Cache-Control", "public, max-age=60");
    return response;
  });
  routes.remembered("/board", [looks = std::make_shared<int>(0)](Call& call) {
    return http::Response::html(call.work.actor.name + " " + std::to_string(++*looks));
  });
  routes.get("/staff-room", [](Call&) { return http::Response::html("tea"); });
  routes.post("/staff-room", [](Call&) { return http::Response::html("more tea"); });
  return routes;
}

http::Request typed_form(const std::string& path, const std::string& from) {
  http::Request request;
  request.method = "POST";
  request.path = path;
  request.headers["sec-fetch-site"] = from;
  request.form.add("form_token", "of yesterday");
  request.form.add("words", "A long <story>");
  return request;
}

class Dispatching : public ::testing::Test {
 protected:
  TestSite site_{few_routes(), table};
};

TEST_F(Dispatching, does_not_start_while_routes_and_table_differ) {
  auto routes = few_routes();
  routes.get("/forgotten", [](Call&) { return http::Response::html(""); });
  EXPECT_EQ(undeclared(routes, site_.permissions()),
            (std::vector<std::string>{"GET /forgotten has no row"}));
  EXPECT_EQ(undeclared(Routes{}, site_.permissions()).size(), 7U);
  EXPECT_THROW(static_cast<void>(dispatcher(site_.site(), routes)), std::logic_error);
}

TEST_F(Dispatching, finds_the_council_by_the_host_name) {
  EXPECT_THAT(site_.browser().get("/notes").body, HasSubstr("Aldermere Borough Council"));
  EXPECT_THAT(site_.browser("otherton").get("/notes").body, HasSubstr("Otherton City Council"));
}

TEST_F(Dispatching, gives_a_remembered_page_again_until_something_changes) {
  auto lead = site_.browser_as(record::Role::lead);
  const auto first = lead.get("/board");
  EXPECT_EQ(first.status, 200);
  const auto again = lead.get("/board");
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(header(again, "Cache-Control"), "no-store");
  EXPECT_EQ(again.headers, first.headers);
  EXPECT_NE(site_.browser_as(record::Role::officer).get("/board").body, first.body);
  EXPECT_EQ(site_.browser().get("/board").status, 303);
  EXPECT_EQ(lead.get("/board").body, first.body);
  site_.database().write([&](store::Writer& writer) {
    const auto work = site_.work_as(record::Role::officer);
    record::append_event(writer, work, work.actor.user_ref, "changed something");
  });
  EXPECT_NE(lead.get("/board").body, first.body);
}

TEST_F(Dispatching, sends_who_is_not_signed_in_to_sign_in_and_back) {
  const auto answer = site_.browser().get("/staff-room?shelf=2");
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(header(answer, "Location"), "/sign-in?next=%2Fstaff-room%3Fshelf%3D2");
}

TEST_F(Dispatching, keeps_out_who_may_not) {
  EXPECT_EQ(site_.browser_as(record::Role::staff).get("/staff-room").status, 200);
  EXPECT_EQ(site_.browser_as(record::Role::officer).get("/staff-room").status, 403);
}

TEST_F(Dispatching, does_not_know_a_session_of_another_council) {
  auto staff = site_.browser_as(record::Role::staff);
  auto elsewhere = site_.browser("otherton");
  elsewhere.set_cookie("session", staff.cookie("session"));
  EXPECT_EQ(elsewhere.get("/staff-room").status, 303);
}

TEST_F(Dispatching, answers_404_and_405) {
  EXPECT_EQ(site_.browser().get("/nothing").status, 404);
  const auto answer = site_.browser().post("/published");
  EXPECT_EQ(answer.status, 405);
  EXPECT_EQ(header(answer, "Allow"), "GET");
}

TEST_F(Dispatching, hides_what_broke_behind_a_number) {
  const auto answer = site_.browser().get("/broken");
  EXPECT_EQ(answer.status, 500);
  EXPECT_THAT(answer.body, HasSubstr("Sorry, there is a problem"));
  EXPECT_THAT(answer.body, HasSubstr("quote"));
  EXPECT_THAT(answer.body, Not(HasSubstr("secret detail")));
}

TEST_F(Dispatching, puts_security_headers_on_every_answer) {
  for (const auto* path : {"/notes", "/nothing", "/broken", "/staff-room"}) {
    const auto answer = site_.browser().get(path);
    EXPECT_THAT(header(answer, "Content-Security-Policy"), HasSubstr("default-src 'none'")) << path;
    EXPECT_THAT(header(answer, "Content-Security-Policy"), Not(HasSubstr("unsafe"))) << path;
    EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff") << path;
    EXPECT_EQ(header(answer, "Referrer-Policy"), "same-origin") << path;
    EXPECT_EQ(header(answer, "Cross-Origin-Opener-Policy"), "same-origin") << path;
    EXPECT_EQ(header(answer, "Cache-Control"), "no-store") << path;
    EXPECT_EQ(header(answer, "Strict-Transport-Security"), "") << path;
  }
}

TEST_F(Dispatching, lets_browsers_keep_a_public_page_but_never_for_one_person) {
  EXPECT_EQ(header(site_.browser().get("/published"), "Cache-Control"), "public, max-age=60");
  EXPECT_EQ(header(site_.browser_as(record::Role::staff).get("/published"), "Cache-Control"),
            "no-store");
}

TEST_F(Dispatching, keeps_nothing_that_holds_somebodys_form_or_message) {
  auto browser = site_.browser();
  browser.get("/notes");
  EXPECT_EQ(header(browser.get("/notes"), "Cache-Control"), "no-store");
  browser.post("/notes");
  EXPECT_EQ(header(browser.get("/published"), "Cache-Control"), "no-store");
  EXPECT_EQ(header(site_.browser().get("/published"), "Vary"), "Cookie");
}

TEST_F(Dispatching, gives_a_browser_no_cookie_until_there_is_a_form) {
  EXPECT_EQ(header(site_.browser().get("/published"), "Set-Cookie"), "");
  const auto cookie = header(site_.browser().get("/notes"), "Set-Cookie");
  EXPECT_THAT(cookie, HasSubstr("visitor="));
  EXPECT_THAT(cookie, HasSubstr("HttpOnly"));
  EXPECT_THAT(cookie, HasSubstr("SameSite=Lax"));
}

TEST_F(Dispatching, names_its_cookies_host_only_and_says_hsts_over_tls) {
  http::Request request;
  request.method = "GET";
  request.path = "/notes";
  request.secure = true;
  const auto answer = site_.browser().send(request);
  EXPECT_THAT(header(answer, "Set-Cookie"), HasSubstr("__Host-visitor="));
  EXPECT_THAT(header(answer, "Set-Cookie"), HasSubstr("Secure"));
  EXPECT_THAT(header(answer, "Strict-Transport-Security"), HasSubstr("max-age="));
}

TEST_F(Dispatching, gives_back_what_was_typed_when_the_session_has_ended) {
  const auto answer = site_.browser().send(typed_form("/staff-room", "same-origin"));
  EXPECT_EQ(answer.status, 403);
  EXPECT_THAT(answer.body, HasSubstr("You have been signed out"));
  EXPECT_THAT(answer.body, HasSubstr("A long &lt;story&gt;"));
  EXPECT_EQ(header(answer, "Cache-Control"), "no-store");
}

TEST_F(Dispatching, gives_no_password_back) {
  auto form = typed_form("/staff-room", "same-origin");
  form.form.add("new_password", "kettle mossy pillar");
  const auto answer = site_.browser_as(record::Role::staff).send(form);
  EXPECT_EQ(answer.status, 403);
  EXPECT_THAT(answer.body, Not(HasSubstr("kettle mossy pillar")));
}

TEST_F(Dispatching, gives_back_what_was_typed_on_a_page_that_is_too_old) {
  const auto answer =
      site_.browser_as(record::Role::staff).send(typed_form("/staff-room", "same-origin"));
  EXPECT_EQ(answer.status, 403);
  EXPECT_THAT(answer.body, HasSubstr("Send it again"));
  EXPECT_THAT(answer.body, HasSubstr("A long &lt;story&gt;"));
}

TEST_F(Dispatching, gives_nothing_back_to_another_site) {
  const auto answer = site_.browser().send(typed_form("/staff-room", "cross-site"));
  EXPECT_EQ(answer.status, 303);
  const auto signed_in =
      site_.browser_as(record::Role::staff).send(typed_form("/staff-room", "cross-site"));
  EXPECT_EQ(signed_in.status, 403);
  EXPECT_THAT(signed_in.body, Not(HasSubstr("A long")));
}

TEST_F(Dispatching, asks_for_a_session_once_it_was_not_used_for_half_an_hour) {
  auto browser = site_.browser_as(record::Role::staff);
  for (int i = 0; i < 3; ++i) {
    site_.clock().set(site_.clock().now() + std::chrono::minutes{25});
    EXPECT_EQ(browser.get("/staff-room").status, 200) << "using it keeps it";
  }
  site_.clock().set(site_.clock().now() + std::chrono::minutes{31});
  EXPECT_EQ(browser.get("/staff-room").status, 303);
}

}  // namespace
}  // namespace throughline::web
