#include "support/web.hpp"
#include "web/static_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::HasSubstr;
using testing::header;
using ::testing::Not;
using testing::TestSite;

TEST(StartPage, welcomes_the_public_under_the_councils_name) {
  TestSite site;
  const auto page = site.browser().get("/");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Aldermere Borough Council – Throughline</title>"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/sign-in\""));
  EXPECT_THAT(page.body, HasSubstr("href=\"/accessibility\""));
}

TEST(StartPage, shows_every_way_in) {
  TestSite site;
  const auto page = site.browser().get("/");
  for (const auto* href : {"/tell-us", "/receipt", "/you-said-we-did", "/assessment"}) {
    EXPECT_THAT(page.body, HasSubstr("href=\"" + std::string(href) + "\"")) << href;
  }
}

TEST(Navigation, marks_the_place_that_a_page_belongs_to) {
  TestSite site;
  auto lead = site.browser_as(record::Role::lead);
  const auto page = lead.get("/evidence");
  const auto active = page.body.find("govuk-service-navigation__item--active");
  ASSERT_NE(active, std::string::npos);
  EXPECT_NE(page.body.substr(active, 300).find("/statements"), std::string::npos);
}

TEST(Today, is_counted_anew_as_soon_as_something_changes) {
  TestSite site;
  auto lead = site.browser_as(record::Role::lead);
  EXPECT_THAT(lead.get("/home").body, Not(HasSubstr("new case")));
  lead.post("/points", {{"name", "Stall"}});
  const auto shown = lead.get("/points/POINT-1").body;
  const auto press = "/at/" + shown.substr(shown.find("/kiosk/") + 7, 6);
  for (const auto* count : {"1 new case ", "2 new cases "}) {
    site.browser().post(press, {{"face", "5"}, {"words", "Lovely"}});
    EXPECT_THAT(lead.get("/home").body, HasSubstr(count));
    EXPECT_THAT(lead.get("/home").body, HasSubstr(count));  // now from memory
    EXPECT_THAT(site.browser_as(record::Role::partner).get("/home").body, Not(HasSubstr(count)));
  }
}

TEST(EveryPage, has_no_inline_script_or_style_and_one_main_heading) {
  TestSite site;
  auto browser = site.browser();
  for (const auto* path : {"/", "/accessibility", "/privacy", "/cookies", "/sign-in", "/nothing"}) {
    const auto page = browser.get(path);
    EXPECT_THAT(page.body, Not(HasSubstr("<script>"))) << path;
    EXPECT_THAT(page.body, Not(HasSubstr("style=\""))) << path;
    EXPECT_THAT(page.body, Not(HasSubstr("<style"))) << path;
    const auto first = page.body.find("<h1");
    EXPECT_NE(first, std::string::npos) << path;
    EXPECT_EQ(page.body.find("<h1", first + 1), std::string::npos) << path;
  }
}

TEST(Machines, learn_that_the_program_is_up_and_ready) {
  TestSite site;
  EXPECT_EQ(site.browser().get("/health").body, "{\"status\":\"ok\"}\n");
  const auto ready = site.browser().get("/ready");
  EXPECT_EQ(ready.status, 200);
  EXPECT_EQ(header(ready, "Set-Cookie"), "");
}

TEST(StaticFiles, may_be_kept_for_ever_under_a_name_that_holds_their_content) {
  TestSite site;
  const auto css = site.browser().get(static_path("throughline.css"));
  EXPECT_EQ(css.status, 200);
  EXPECT_EQ(css.content_type, "text/css; charset=utf-8");
  EXPECT_THAT(header(css, "Cache-Control"), HasSubstr("immutable"));
  EXPECT_THAT(css.body, HasSubstr("Atkinson Hyperlegible"));
  EXPECT_THAT(css.body, Not(HasSubstr("GDS Transport")));
  EXPECT_EQ(site.browser().get("/static/throughline-000000000000.css").status, 404);
}

TEST(StaticFiles, are_sent_compressed_to_who_can_read_it) {
  TestSite site;
  http::Request request;
  request.method = "GET";
  request.path = static_path("throughline.css");
  request.headers["accept-encoding"] = "gzip, deflate, br";
  const auto small = site.browser().send(request);
  EXPECT_EQ(header(small, "Content-Encoding"), "gzip");
  EXPECT_EQ(small.body.substr(0, 2), "\x1f\x8b");
  EXPECT_LT(small.body.size(), 40'000U);
}

TEST(StaticFiles, name_each_other_by_the_names_they_have) {
  TestSite site;
  const auto script = site.browser().get(static_path("throughline.js")).body;
  const auto frontend = static_path("govuk-frontend.js");
  EXPECT_THAT(script, HasSubstr("./" + frontend.substr(frontend.rfind('/') + 1)));
}

}  // namespace
}  // namespace throughline::web
