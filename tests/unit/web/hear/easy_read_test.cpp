#include "support/web.hpp"
#include "web/hear/easy_read/easy_read_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class EasyReadPages : public ::testing::Test {
 protected:
  static void expect_on(const http::Response& response, const std::string& place) {
    EXPECT_EQ(response.status, 303) << response.body;
    EXPECT_EQ(testing::header(response, "Location"), place);
  }
  std::string text(const std::string& sql) {
    return site_.database().read([&](store::Reader& reader) { return reader.row(sql)->text(0); });
  }
  testing::TestSite site_;
};

TEST_F(EasyReadPages, needs_nothing_but_the_first_choice) {
  auto browser = site_.browser();
  expect_on(browser.post("/easy-read"), "/easy-read/about");
  expect_on(browser.get("/easy-read/what"), "/easy-read/about");
  const auto refused = browser.post("/easy-read/about");
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr("Choose a picture"));
  expect_on(browser.post("/easy-read/about", {{"choice", "idea"}}), "/easy-read/service");
  expect_on(browser.post("/easy-read/service"), "/easy-read/what");
  expect_on(browser.post("/easy-read/what"), "/easy-read/feeling");
  expect_on(browser.post("/easy-read/feeling"), "/easy-read/words");
  expect_on(browser.post("/easy-read/words"), "/easy-read/you");
  expect_on(browser.post("/easy-read/you"), "/easy-read/talk");
  expect_on(browser.post("/easy-read/talk"), "/easy-read/check");
  const auto sent = browser.post("/easy-read/check");
  expect_on(sent, "/easy-read/thanks");
  EXPECT_THAT(browser.follow(sent).body, HasSubstr(text("select receipt from cases")));
  EXPECT_EQ(text("select words from case_words"), "I have an idea.");
  EXPECT_EQ(text("select kind from cases"), "suggestion");
  EXPECT_EQ(text("select way from case_ways"), "easy_read");
}

TEST_F(EasyReadPages, draw_a_service_by_how_a_word_of_its_name_begins) {
  EXPECT_EQ(picture_of_service("Hospital discharge"), "hospital");
  EXPECT_EQ(picture_of_service("Financial assessment and charging"), "money");
  EXPECT_EQ(picture_of_service("Home care"), "carer");
  EXPECT_EQ(picture_of_service("Discharge"), "people");
}

TEST_F(EasyReadPages, tells_at_once_where_to_get_help_when_someone_is_not_safe) {
  auto browser = site_.browser();
  browser.post("/easy-read");
  browser.post("/easy-read/about", {{"choice", "sad"}});
  const auto picked = browser.post("/easy-read/what", {{"choice", "late"}, {"choice", "unsafe"}});
  expect_on(picked, "/easy-read/safe");
  EXPECT_THAT(browser.follow(picked).body, HasSubstr("ring 999"));
}

TEST_F(EasyReadPages, keeps_a_supporters_name_apart_and_asks_for_a_number) {
  auto browser = site_.browser();
  browser.post("/easy-read");
  browser.post("/easy-read/about", {{"choice", "sad"}});
  const auto refused =
      browser.post("/easy-read/talk", {{"talk", "supporter"}, {"name", "Bo Quill"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr("Bo Quill"));
  expect_on(browser.post("/easy-read/talk",
                         {{"talk", "supporter"}, {"name", "Bo Quill"}, {"phone", "0123 456789"}}),
            "/easy-read/check");
  browser.post("/easy-read/check");
  EXPECT_EQ(text("select words from case_words"),
            "Something bad happened. Please talk to the person who supports me.");
  EXPECT_EQ(text("select name from case_contacts"), "Bo Quill");
  auto officer = site_.browser_as(record::Role::officer);
  EXPECT_THAT(officer.get("/cases/CASE-1").body, HasSubstr("Easy read, with pictures"));
  EXPECT_THAT(officer.get("/cases?way=easy_read").body, HasSubstr("1 case"));
  EXPECT_THAT(officer.get("/cases?way=paper").body, HasSubstr("0 cases"));
}

TEST_F(EasyReadPages, shows_where_it_has_got_to_and_none_of_the_words) {
  auto browser = site_.browser();
  browser.post("/easy-read");
  browser.post("/easy-read/about", {{"choice", "sad"}});
  browser.post("/easy-read/words", {{"words", "The ramp is broken"}});
  browser.post("/easy-read/check");
  const auto shown =
      browser.post("/easy-read/receipt", {{"receipt", text("select receipt from cases")}});
  EXPECT_THAT(shown.body, HasSubstr("A person will look at it."));
  EXPECT_THAT(shown.body, Not(HasSubstr("ramp")));
  EXPECT_EQ(browser.post("/easy-read/receipt", {{"receipt", "nothing"}}).status, 400);
  EXPECT_EQ(browser.post("/easy-read/receipt").status, 400);
}

TEST_F(EasyReadPages, asks_for_the_pictures_again_when_the_topic_changes) {
  auto browser = site_.browser();
  browser.post("/easy-read");
  browser.post("/easy-read/about", {{"choice", "sad"}});
  browser.post("/easy-read/what", {{"choice", "late"}});
  expect_on(browser.post("/easy-read/about", {{"choice", "happy"}, {"from", "check"}}),
            "/easy-read/what?from=check");
  EXPECT_THAT(browser.get("/easy-read/check").body, Not(HasSubstr("They came late")));
}

TEST_F(EasyReadPages, are_had_in_Urdu_and_tell_staff_in_English_what_was_picked) {
  site_.browser_as(record::Role::administrator)
      .post("/languages/ur", {{"show", "yes"}, {"checked", "yes"}});
  auto browser = site_.browser();
  browser.get("/language/ur?from=/easy-read");
  EXPECT_THAT(browser.get("/easy-read").body, HasSubstr("lang=\"ur\" dir=\"rtl\""));
  browser.post("/easy-read");
  browser.post("/easy-read/about", {{"choice", "sad"}});
  EXPECT_THAT(browser.get("/easy-read/what").body,
              ::testing::AllOf(HasSubstr("وہ دیر سے آئے۔"), Not(HasSubstr("They came late"))));
  browser.post("/easy-read/what", {{"choice", "late"}});
  browser.post("/easy-read/words", {{"words", "بہت دیر"}});
  EXPECT_THAT(browser.get("/easy-read/check").body, HasSubstr("وہ دیر سے آئے۔"));
  browser.post("/easy-read/talk", {{"talk", "no"}});
  EXPECT_EQ(browser.post("/easy-read/check").status, 303);
  EXPECT_EQ(text("select words from case_words"),
            "Something bad happened. They came late.\n\nبہت دیر");
  EXPECT_EQ(text("select code from case_languages"), "ur");
}

TEST_F(EasyReadPages, stand_beside_paper_forms_that_staff_type_in_one_after_the_other) {
  auto browser = site_.browser_as(record::Role::officer);
  std::vector<std::pair<std::string, std::string>> form = {{"kind", "compliment"},
                                                           {"words", "The rail is good."},
                                                           {"relationship", "person"},
                                                           {"channel", "phone"},
                                                           {"way", "large_print"},
                                                           {"paper_reference", "Box 4"},
                                                           {"day", "1"},
                                                           {"month", "2"},
                                                           {"year", "2026"}};
  const auto refused = browser.post("/cases", form);
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr("A paper form comes as a letter"));
  EXPECT_THAT(refused.body, HasSubstr("Box 4"));
  form[3].second = "letter";
  const auto kept = browser.post("/cases", form);
  EXPECT_THAT(browser.follow(kept).body, HasSubstr("/cases/new?way=large_print"));
  EXPECT_EQ(text("select way || ', ' || paper_reference from case_ways"), "large_print, Box 4");
  EXPECT_THAT(browser.get("/cases/new?way=large_print").body,
              HasSubstr("value=\"large_print\" selected"));
  EXPECT_THAT(browser.get("/cases/CASE-1").body,
              HasSubstr("Large print paper form, kept as Box 4"));
}

}  // namespace
}  // namespace throughline::web
