#include "judge/judge.hpp"
#include "publish/publish.hpp"
#include "record/line.hpp"
#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using record::Role;
using ::testing::HasSubstr;
using ::testing::Not;

class PublishPages : public ::testing::Test {
 protected:
  // Evidence, a score of 3, findings and an approval for one statement.
  void judge_statement(const std::string& key) {
    const judge::Rules rules = judge::built_in_rules();
    site_.database().write([&](store::Writer& writer) {
      record::put_node(writer, "aldermere",
                       {"CASE-1", "Complaint about Home care, 4 January 2026", "2026-01-04", ""});
      const auto lead = site_.work_as(Role::lead);
      judge::EvidenceDraft evidence;
      evidence.statements = {key};
      evidence.sources = {"CASE-1"};
      evidence.voice = "people";
      evidence.bearing = "supporting";
      evidence.claim = "Secret inner wording of evidence.";
      evidence.dated = "2026-02-01";
      const auto added = judge::add_evidence(writer, lead, rules, evidence);
      ASSERT_TRUE(added);
      const std::string ref = added->front().ref;
      ASSERT_TRUE(judge::score_statement(writer, lead, rules,
                                         {key, "3", std::string(80, 'r'), {ref}, {ref}, ""}));
      judge::FindingsDraft text{key, 0, "We <b>learn</b>.", {}};
      text.sections = {{"", {{"People told us \"yes\" & smiled.", {ref}}}}};
      const auto written = judge::write_findings(writer, lead, rules, text);
      ASSERT_TRUE(written);
      ASSERT_TRUE(judge::approve_findings(writer, site_.work_as(Role::leader), rules, key,
                                          written->content_hash));
    });
  }
  void publish() {
    auto browser = site_.browser_as(Role::lead);
    const auto hash = site_.database().read([&](store::Reader& reader) {
      return publish::check_publication(reader, site_council(reader), judge::built_in_rules(),
                                        site_.work_as(Role::lead).today())
          .hash;
    });
    ASSERT_EQ(browser.post("/publications", {{"hash", hash}, {"accepts_cautions", "yes"}}).status,
              303);
  }
  static record::Authority site_council(store::Reader& reader) {
    return record::find_authority(reader, "aldermere").value();
  }

  testing::TestSite site_;
};

TEST_F(PublishPages, say_plainly_that_nothing_is_published_yet) {
  auto visitor = site_.browser();
  EXPECT_THAT(visitor.get("/assessment").body, HasSubstr("has not published"));
  EXPECT_EQ(visitor.get("/assessment/learning").status, 404);
  EXPECT_EQ(visitor.get("/assessment.json").status, 404);
}

TEST_F(PublishPages, show_the_check_before_anything_is_public) {
  auto browser = site_.browser_as(Role::lead);
  EXPECT_THAT(browser.get("/publications/new").body, HasSubstr("No quality statement is scored"));
  judge_statement("learning");
  EXPECT_THAT(browser.get("/publications/new").body, HasSubstr("is not scored"));
  const auto refused = browser.post("/publications", {{"hash", "whatever"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr("Confirm that you publish"));
}

TEST_F(PublishPages, are_read_by_anyone_in_the_published_shape_and_say_whose_they_are) {
  judge_statement("learning");
  publish();
  auto visitor = site_.browser();
  const auto page = visitor.get("/assessment/learning");
  EXPECT_EQ(page.status, 200);
  for (const char* part :
       {"local authority self-assessment", "Learning, improvement and innovation", "Score: 3",
        "3 - Evidence shows a good standard", "The local authority commitment",
        "Key findings for this quality statement", "People told us &quot;yes&quot; &amp; smiled.",
        "not an assessment by the Care Quality Commission", "1 feedback case"}) {
    EXPECT_THAT(page.body, HasSubstr(part));
  }
  for (const char* secret :
       {"Secret inner wording", "CASE-1", "EVIDENCE-1", "SCORE-1", "<b>learn"}) {
    EXPECT_THAT(page.body, Not(HasSubstr(secret)));
    EXPECT_THAT(visitor.get("/assessment").body, Not(HasSubstr(secret)));
  }
  const auto json = visitor.get("/assessment/learning.json");
  EXPECT_THAT(json.body, HasSubstr("\"kind\":\"section\""));
  EXPECT_THAT(visitor.get("/assessment.json").body, HasSubstr("\"kind\":\"summary\""));
  const auto html = visitor.get("/assessment/learning.html");
  EXPECT_THAT(testing::header(html, "Content-Disposition"), HasSubstr("attachment"));
  EXPECT_EQ(visitor.get("/assessment/equity").status, 404);
  EXPECT_EQ(visitor.get("/assessment/learning.exe").status, 404);
  EXPECT_EQ(site_.browser(testing::other_council).get("/assessment/learning").status, 404);
}

TEST_F(PublishPages, are_gone_from_the_public_when_withdrawn) {
  judge_statement("learning");
  publish();
  auto browser = site_.browser_as(Role::lead);
  EXPECT_EQ(browser.post("/publications/PUBLICATION-1/withdrawal", {{"reason", ""}}).status, 400);
  EXPECT_EQ(
      browser.post("/publications/PUBLICATION-1/withdrawal", {{"reason", "A wrong figure"}}).status,
      303);
  EXPECT_THAT(site_.browser().get("/assessment").body, HasSubstr("has not published"));
  EXPECT_THAT(browser.get("/publications/PUBLICATION-1").body, HasSubstr("A wrong figure"));
}

TEST_F(PublishPages, tell_the_public_what_changed_in_words_that_staff_wrote) {
  site_.database().write([&](store::Writer& writer) {
    record::put_node(writer, "aldermere",
                     {"ACTION-1", "Text before a late visit", "2026-01-12", ""});
  });
  auto browser = site_.browser_as(Role::officer);
  EXPECT_THAT(browser.get("/public-wordings").body, HasSubstr("Text before a late visit"));
  EXPECT_EQ(browser.post("/public-wordings/ACTION-1", {{"shown", "yes"}}).status, 400);
  ASSERT_EQ(browser
                .post("/public-wordings/ACTION-1",
                      {{"you_said", "Visits were late & <i>nobody</i> told you."},
                       {"we_did", "We send a text."},
                       {"shown", "yes"}})
                .status,
            303);
  const auto page = site_.browser().get("/you-said-we-did");
  EXPECT_THAT(page.body, HasSubstr("Visits were late &amp; &lt;i&gt;nobody&lt;/i&gt; told you."));
  EXPECT_THAT(page.body, HasSubstr("We have not measured this"));
  EXPECT_THAT(page.body, Not(HasSubstr("ACTION-1")));
  EXPECT_EQ(browser.get("/publications/PUBLICATION-1").status, 303);
}

}  // namespace
}  // namespace throughline::web
