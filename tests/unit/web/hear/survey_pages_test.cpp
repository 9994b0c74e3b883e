#include "hear/survey/results.hpp"
#include "support/temporary_folder.hpp"
#include "support/web.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class SurveyPages : public ::testing::Test {
 protected:
  // "Do you get support?" (no: to the end), then a scale, then their own words; open today.
  void make_survey(const std::string& named = "no", const std::string& who = "anyone") {
    expect_on(lead_.post("/surveys", {{"title", "Carers & you"},
                                      {"audience", "carers"},
                                      {"named", named},
                                      {"introduction", "Five minutes."}}),
              "/surveys/SURVEY-1");
    expect_on(
        lead_.post("/surveys/SURVEY-1/questions",
                   {{"label", "Do you get support?"}, {"kind", "yes_no"}, {"flags", "required"}}),
        "/surveys/SURVEY-1");
    lead_.post("/surveys/SURVEY-1/questions", {{"label", "It helps"}, {"kind", "five_point"}});
    lead_.post("/surveys/SURVEY-1/questions",
               {{"label", "What else?"}, {"kind", "long_text"}, {"comments", "suggestion"}});
    expect_on(lead_.post("/surveys/SURVEY-1/questions/1/skips", {{"to-no", "end"}}),
              "/surveys/SURVEY-1");
    expect_on(lead_.post("/surveys/SURVEY-1/waves", {{"name", "Spring 2026"},
                                                     {"opens-day", "1"},
                                                     {"opens-month", "3"},
                                                     {"opens-year", "2026"},
                                                     {"closes-day", "31"},
                                                     {"closes-month", "3"},
                                                     {"closes-year", "2026"},
                                                     {"invited_only", who},
                                                     {"asked", "20"}}),
              "/waves/WAVE-1");
    start_ = "/answer/" + text("select slug from survey_waves");
  }
  void answer(const std::string& support, const std::string& helps, const std::string& words) {
    auto browser = site_.browser();
    expect_on(browser.post(start_), start_ + "/questions/1");
    const auto next = browser.post(start_ + "/questions/1", {{"q1", support}});
    if (support != "no") {
      expect_on(next, start_ + "/questions/2");
      expect_on(browser.post(start_ + "/questions/2", {{"q2", helps}}), start_ + "/questions/3");
      expect_on(browser.post(start_ + "/questions/3", {{"q3", words}}), start_ + "/check");
    } else {
      expect_on(next, start_ + "/check");
    }
    expect_on(browser.post(start_ + "/check"), start_ + "/sent");
  }
  static void expect_on(const http::Response& response, const std::string& place) {
    EXPECT_EQ(response.status, 303) << response.body;
    EXPECT_EQ(testing::header(response, "Location"), place);
  }
  std::int64_t number(const std::string& sql) {
    return site_.database().read([&](store::Reader& reader) { return reader.number(sql); });
  }
  std::string text(const std::string& sql) {
    return site_.database().read([&](store::Reader& reader) { return reader.row(sql)->text(0); });
  }
  std::vector<http::Upload> upload(const std::string& bytes) {
    const auto path = folder_.path() / "answers.csv";
    std::ofstream(path, std::ios::binary) << bytes;
    return {{"file", "answers.csv", "text/csv", path, bytes.size(), nullptr}};
  }

  testing::TestSite site_;
  testing::Browser lead_ = site_.browser_as(record::Role::lead);
  testing::TemporaryFolder folder_;
  std::string start_;
};

TEST_F(SurveyPages, a_survey_is_built_previewed_and_put_in_order) {
  make_survey();
  const auto shown = lead_.get("/surveys/SURVEY-1").body;
  EXPECT_THAT(shown, AllOf(HasSubstr("Carers &amp; you"), HasSubstr("Strongly agree"),
                           HasSubstr("ends the survey"), HasSubstr("becomes a suggestion")));
  expect_on(lead_.post("/surveys/SURVEY-1/questions/3/position", {{"move", "up"}}),
            "/surveys/SURVEY-1");
  const auto preview = lead_.get("/surveys/SURVEY-1/preview").body;
  EXPECT_LT(preview.find("What else?"), preview.find("It helps"));
  EXPECT_THAT(lead_.get("/surveys").body, HasSubstr("Survey of Adult Carers in England"));
  EXPECT_THAT(lead_.get("/surveys/new?set=sace").body, HasSubstr("[official wording]"));
}

TEST_F(SurveyPages, a_refused_form_keeps_what_was_typed) {
  make_survey();
  const auto question =
      lead_.post("/surveys/SURVEY-1/questions", {{"label", "Kept words"}, {"kind", "single"}});
  EXPECT_EQ(question.status, 400);
  EXPECT_THAT(question.body, AllOf(HasSubstr("Kept words"), HasSubstr("#options")));
  const auto wave = lead_.post(
      "/surveys/SURVEY-1/waves",
      {{"name", "Kept name"}, {"opens-day", "31"}, {"opens-month", "2"}, {"opens-year", "2026"}});
  EXPECT_EQ(wave.status, 400);
  EXPECT_THAT(wave.body, AllOf(HasSubstr("Kept name"), HasSubstr("value=\"31\"")));
  const auto skips = lead_.post("/surveys/SURVEY-1/questions/1/skips",
                                {{"to-yes", "3"}, {"to-no", "3"}, {"to-not_sure", "3"}});
  EXPECT_EQ(skips.status, 400);
  EXPECT_THAT(skips.body, HasSubstr("Nobody would reach question 2"));
}

TEST_F(SurveyPages, someone_answers_in_public_and_sends_once) {
  make_survey();
  auto browser = site_.browser();
  EXPECT_THAT(browser.get(start_).body, HasSubstr("This survey is anonymous"));
  expect_on(browser.get(start_ + "/questions/1"), start_);
  expect_on(browser.post(start_), start_ + "/questions/1");
  expect_on(browser.get(start_ + "/check"), start_ + "/questions/1");
  expect_on(browser.get(start_ + "/questions/3"), start_ + "/questions/1");
  const auto nothing = browser.post(start_ + "/questions/1");
  EXPECT_EQ(nothing.status, 400);
  EXPECT_THAT(nothing.body, HasSubstr("#q1"));
  expect_on(browser.post(start_ + "/questions/1", {{"q1", "yes"}}), start_ + "/questions/2");
  expect_on(browser.post(start_ + "/questions/2"), start_ + "/questions/3");
  expect_on(browser.post(start_ + "/questions/3", {{"q3", "<b>Ring</b>"}}), start_ + "/check");
  EXPECT_THAT(browser.get(start_ + "/check").body, HasSubstr("&lt;b&gt;Ring"));
  expect_on(browser.post(start_ + "/check"), start_ + "/sent");
  expect_on(browser.post(start_ + "/check"), start_ + "/sent");
  EXPECT_EQ(number("select count(*) from survey_responses"), 1);
  EXPECT_EQ(number("select count(*) from cases where channel = 'survey'"), 1);
  EXPECT_THAT(browser.get(start_ + "/sent").body, HasSubstr("Thank you"));
}

TEST_F(SurveyPages, changing_an_answer_on_the_check_page_asks_what_it_opens) {
  make_survey();
  auto browser = site_.browser();
  browser.post(start_);
  expect_on(browser.post(start_ + "/questions/1", {{"q1", "no"}}), start_ + "/check");
  expect_on(browser.post(start_ + "/questions/1", {{"q1", "yes"}, {"from", "check"}}),
            start_ + "/questions/2");
}

TEST_F(SurveyPages, a_link_of_ones_own_is_used_once) {
  make_survey("no", "invited");
  EXPECT_THAT(site_.browser().get(start_).body, HasSubstr("sent a link of their own"));
  const auto file = lead_.post("/waves/WAVE-1/invitations", {{"addresses", "jo@example.org"}});
  EXPECT_EQ(file.status, 200);
  const auto at = file.body.find("/answer/");
  const auto link = file.body.substr(at, file.body.find_first_of("\r\n", at) - at);
  const auto token = link.substr(link.rfind('=') + 1);
  auto browser = site_.browser();
  EXPECT_THAT(browser.get(link).body, HasSubstr("Start"));
  expect_on(browser.post(start_, {{"invitation", token}}), start_ + "/questions/1");
  browser.post(start_ + "/questions/1", {{"q1", "no"}});
  expect_on(browser.post(start_ + "/check"), start_ + "/sent");
  EXPECT_EQ(site_.browser().get(link).status, 410);
  EXPECT_THAT(lead_.get("/waves/WAVE-1").body, HasSubstr("1 link used of 1"));
  const auto bad = lead_.post("/waves/WAVE-1/invitations", {{"addresses", "nobody"}});
  EXPECT_EQ(bad.status, 400);
  EXPECT_THAT(bad.body, HasSubstr("Line 1"));
}

TEST_F(SurveyPages, names_are_asked_where_it_is_said_and_each_look_is_written_down) {
  make_survey("yes");
  auto browser = site_.browser();
  EXPECT_THAT(browser.get(start_).body, HasSubstr("not anonymous"));
  expect_on(browser.post(start_), start_ + "/name");
  EXPECT_EQ(browser.post(start_ + "/name").status, 400);
  expect_on(browser.post(start_ + "/name", {{"name", "Jo Bloggs"}}), start_ + "/questions/1");
  browser.post(start_ + "/questions/1", {{"q1", "no"}});
  expect_on(browser.post(start_ + "/check"), start_ + "/sent");
  EXPECT_THAT(lead_.get("/waves/WAVE-1/names").body, Not(HasSubstr("Jo Bloggs")));
  EXPECT_EQ(lead_.post("/waves/WAVE-1/names").status, 400);
  EXPECT_THAT(lead_.post("/waves/WAVE-1/names", {{"reason", "To thank them"}}).body,
              HasSubstr("Jo Bloggs"));
  EXPECT_THAT(lead_.get("/waves/WAVE-1").body, HasSubstr("To thank them"));
  EXPECT_EQ(site_.browser_as(record::Role::leader).get("/waves/WAVE-1/names").status, 403);
}

TEST_F(SurveyPages, results_are_shown_from_five_answers_on_to_those_who_may) {
  make_survey();
  for (int i = 0; i < 4; ++i) answer("yes", "1", "");
  auto leader = site_.browser_as(record::Role::leader);
  EXPECT_THAT(leader.get("/waves/WAVE-1").body,
              AllOf(HasSubstr("4 responses from 20 people"), HasSubstr("Not shown")));
  answer("yes", "2", "A comment");
  const auto shown = leader.get("/waves/WAVE-1").body;
  EXPECT_THAT(shown, AllOf(HasSubstr("80%"), HasSubstr("<svg"), HasSubstr("read with care"),
                           Not(HasSubstr("A comment")), Not(HasSubstr("Use as a measure"))));
  EXPECT_EQ(leader.get("/waves/WAVE-1/comments").status, 403);
  EXPECT_THAT(lead_.get("/waves/WAVE-1/comments").body, HasSubstr("A comment"));
  EXPECT_THAT(leader.get("/waves/WAVE-1/results.csv").body, HasSubstr("Strongly agree,4,5,80"));
  expect_on(lead_.post("/waves/WAVE-1/comments/closure"), "/waves/WAVE-1/comments");
  EXPECT_EQ(number("select count(*) from cases where status = 'closed'"), 1);
  EXPECT_EQ(
      lead_.post("/surveys/SURVEY-1/questions", {{"label", "Late"}, {"kind", "yes_no"}}).status,
      409);
  expect_on(lead_.post("/surveys/SURVEY-1/versions"), "/surveys/SURVEY-2");
}

TEST_F(SurveyPages, a_result_becomes_the_value_of_a_measure) {
  make_survey();
  for (int i = 0; i < 4; ++i) answer("yes", "1", "");
  answer("yes", "5", "");
  lead_.post("/measures", {{"name", "It helps carers"},
                           {"unit", "percent"},
                           {"improvement", "increase"},
                           {"frequency", "yearly"}});
  EXPECT_EQ(lead_.post("/waves/WAVE-1/measure-value", {{"question", "2"}}).status, 400);
  EXPECT_EQ(lead_.get("/waves/WAVE-1/measure-value?question=3").status, 404);
  EXPECT_EQ(lead_.get("/waves/WAVE-1/measure-value?question=2").status, 200);
  expect_on(
      lead_.post("/waves/WAVE-1/measure-value",
                 {{"question", "2"}, {"answers", "1"}, {"answers", "2"}, {"measure", "MEASURE-1"}}),
      "/measures/MEASURE-1");
  EXPECT_THAT(lead_.get("/measures/MEASURE-1").body, HasSubstr("80%"));
  EXPECT_EQ(number("select count(*) from links where relation = 'fed'"), 1);
  EXPECT_EQ(number("select cast(numerator as bigint) from measure_values"), 4);
  EXPECT_THAT(lead_.get("/waves/WAVE-1").body, HasSubstr("It helps carers"));
}

TEST_F(SurveyPages, answers_of_another_tool_are_imported_once) {
  make_survey();
  const std::string file = "ID,Support,It helps\n1,Yes,Agree\n2,No,\n3,Perhaps,Agree\n";
  expect_on(lead_.post("/waves/WAVE-1/import", {}, upload(file)), "/waves/WAVE-1/import/headings");
  EXPECT_THAT(lead_.get("/waves/WAVE-1/import/headings").body,
              AllOf(HasSubstr("Support"), HasSubstr("Like “Yes”")));
  const testing::FormFields meaning{{"heading-0", "-1"}, {"heading-1", "1"}, {"heading-2", "2"}};
  const auto refused = lead_.post("/waves/WAVE-1/import/headings", meaning);
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("Perhaps"), HasSubstr("Rows without problems: 2")));
  auto keep_good = meaning;
  keep_good.emplace_back("keep_good", "yes");
  expect_on(lead_.post("/waves/WAVE-1/import/headings", keep_good), "/waves/WAVE-1");
  EXPECT_EQ(number("select count(*) from survey_responses"), 2);
  lead_.post("/waves/WAVE-1/import", {}, upload(file));
  EXPECT_THAT(lead_.get("/waves/WAVE-1/import/headings").body, HasSubstr("value=\"1\" selected"));
  const auto again = lead_.post("/waves/WAVE-1/import/headings", keep_good);
  EXPECT_THAT(lead_.follow(again).body, HasSubstr("0 responses added, 2 were here already"));
  EXPECT_EQ(number("select count(*) from survey_responses"), 2);
  EXPECT_EQ(lead_.post("/waves/WAVE-1/import", {}, upload("")).status, 400);
}

TEST_F(SurveyPages, everyone_who_may_see_them_has_a_way_there) {
  // Whoever has no page of all voices finds surveys in the navigation.
  EXPECT_THAT(site_.browser_as(record::Role::member).get("/home").body,
              HasSubstr("href=\"/surveys\""));
  EXPECT_THAT(lead_.get("/voices").body, HasSubstr("href=\"/surveys\""));
  EXPECT_THAT(lead_.get("/home").body, Not(HasSubstr("href=\"/surveys\"")));
}

TEST_F(SurveyPages, another_council_sees_nothing) {
  make_survey();
  auto stranger = site_.browser_as(record::Role::lead, testing::other_council);
  for (const auto* path : {"/surveys/SURVEY-1", "/surveys/SURVEY-1/preview", "/waves/WAVE-1",
                           "/waves/WAVE-1/comments", "/waves/WAVE-1/results.csv"}) {
    EXPECT_EQ(stranger.get(path).status, 404) << path;
  }
  EXPECT_EQ(site_.browser(testing::other_council).get(start_).status, 404);
  EXPECT_THAT(stranger.get("/surveys").body, Not(HasSubstr("Carers &amp; you")));
}

}  // namespace
}  // namespace throughline::web
