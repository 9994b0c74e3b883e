#include "web/reading.hpp"

#include "support/web.hpp"
#include "web/listening.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Reading, is_written_as_words_and_read_back) {
  const Reading all{150, Colours::yellow_on_black, true, true};
  EXPECT_EQ(to_text(all), "150.yellow-on-black.spaced.listening");
  EXPECT_EQ(reading_from_text(to_text(all)), all);
  EXPECT_EQ(to_text(Reading{}), "");
  EXPECT_EQ(root_classes(Reading{}), "");
}

TEST(Reading, passes_over_what_it_does_not_know) {
  EXPECT_EQ(reading_from_text("999.pink..\"><script>.dark"),
            (Reading{100, Colours::dark, false, false}));
  EXPECT_EQ(root_classes(reading_from_text("999.pink.\"><script>")), "");
}

TEST(ReadingSettings, are_kept_in_the_browser_and_put_on_every_page) {
  testing::TestSite site;
  auto browser = site.browser();
  EXPECT_THAT(browser.get("/reading-settings").body, HasSubstr("class=\"govuk-template\""));
  const auto kept = browser.post("/reading-settings",
                                 {{"size", "200"}, {"colours", "dark"}, {"others", "spaced"}});
  EXPECT_EQ(kept.status, 303);
  EXPECT_THAT(browser.follow(kept).body, HasSubstr("Your reading settings are on"));
  const auto* classes = "class=\"govuk-template read-200 read-colours read-dark read-spaced\"";
  EXPECT_THAT(browser.get("/tell-us").body, HasSubstr(classes));
  EXPECT_THAT(browser.get("/no-such-page").body, HasSubstr(classes)) << "errors too";
  EXPECT_THAT(site.browser().get("/tell-us").body, Not(HasSubstr("read-200")));
  const auto back = browser.post("/reading-settings", {{"size", "200"}, {"standard", "yes"}});
  EXPECT_THAT(browser.follow(back).body, HasSubstr("class=\"govuk-template\""));
  EXPECT_THAT(browser.get("/").body, HasSubstr("class=\"govuk-template\""));
}

TEST(ReadingSettings, are_linked_from_every_page_and_passed_over_when_they_are_not_ours) {
  testing::TestSite site;
  auto browser = site.browser();
  EXPECT_THAT(browser.get("/cookies").body, HasSubstr("href=\"/reading-settings\""));
  browser.set_cookie("reading", "\"><script>alert(1)</script>");
  EXPECT_THAT(browser.get("/").body, HasSubstr("class=\"govuk-template\""));
  const auto kept = browser.post("/reading-settings", {{"size", "1000"}, {"colours", "pink"}});
  EXPECT_THAT(browser.follow(kept).body, HasSubstr("Pages look as they do for everyone"));
}

TEST(ReadingSettings, are_another_page_of_those_that_are_remembered) {
  testing::TestSite site;
  auto officer = site.browser_as(record::Role::officer);
  officer.get("/home");
  EXPECT_THAT(officer.get("/home").body, HasSubstr("class=\"govuk-template\""));
  officer.set_cookie("reading", "150");
  EXPECT_THAT(officer.get("/home").body, HasSubstr("class=\"govuk-template read-150\""));
}

TEST(Listening, makes_sentences_of_a_table) {
  EXPECT_EQ(for_listening("<table class=\"t\"><caption>Cookies</caption><thead><tr><th>Name</th>"
                          "<th>For</th></tr></thead><tbody><tr><th scope=\"row\">session</th>"
                          "<td>Keeps you in</td></tr><tr><td>two</td><td></td></tr></tbody>"
                          "</table><p>End</p>"),
            "<div class=\"listening-table\"><div class=\"listening-caption govuk-body\">Cookies"
            "</div><div class=\"listening-row govuk-body\"><div class=\"listening-cell\"><span "
            "class=\"listening-name\">Name:</span> session.</div><div class=\"listening-cell\">"
            "<span class=\"listening-name\">For:</span> Keeps you in.</div></div><div "
            "class=\"listening-row govuk-body\"><div class=\"listening-cell\"><span "
            "class=\"listening-name\">Name:</span> two.</div></div></div><p>End</p>");
}

TEST(Listening, spells_out_abbreviations_but_not_what_people_wrote) {
  EXPECT_EQ(for_listening("<p>The CQC and CQCs (LGSCO)</p>"),
            "<p>The Care Quality Commission and CQCs (LGSCO)</p>");
  for (const auto* each :
       {"<p class=\"their-words\">The CQC <b>said</b></p>", "<p dir=\"auto\">BSL</p>",
        "<textarea>CQC</textarea>", "<a href=\"/CQC\" title=\"a > CQC\">x</a>"}) {
    EXPECT_EQ(for_listening(each), each);
  }
}

TEST(Listening, leaves_what_is_no_table_as_it_is_however_it_is_cut_off) {
  for (const auto* each : {"", "<", "<p", "<p>a < b</p>", "</table>x", "<svg><path/>"}) {
    const auto said = for_listening(each);
    EXPECT_THAT(said, Not(HasSubstr("<table"))) << each;
  }
}

TEST(Listening, is_what_a_page_becomes_when_someone_chose_it) {
  testing::TestSite site;
  auto browser = site.browser();
  EXPECT_THAT(browser.get("/cookies").body, HasSubstr("<table"));
  browser.post("/reading-settings", {{"others", "listening"}});
  const auto page = browser.get("/cookies").body;
  EXPECT_THAT(page, Not(HasSubstr("<table")));
  EXPECT_THAT(page, HasSubstr("Name:</span> session."));
}

}  // namespace
}  // namespace throughline::web
