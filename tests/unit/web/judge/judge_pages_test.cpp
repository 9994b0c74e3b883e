#include "judge/judge.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "support/web.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using record::Role;
using testing::FormFields;
using ::testing::HasSubstr;
using ::testing::Not;

class JudgePages : public ::testing::Test {
 protected:
  void SetUp() override {
    site_.database().write([&](store::Writer& writer) {
      record::put_node(writer, "aldermere",
                       {"CASE-1", "Complaint about Home care, 4 January 2026", "2026-01-04", ""});
    });
  }

  static FormFields evidence(const std::string& statement = "learning") {
    return {{"sources", "CASE-1"},
            {"statements", statement},
            {"voice", "people"},
            {"claim", "People told us that carers came when they said they would."},
            {"bearing", "supporting"},
            {"dated-day", "1"},
            {"dated-month", "2"},
            {"dated-year", "2026"}};
  }
  static FormFields score(const std::string& number) {
    return {{"shown", "EVIDENCE-1"},
            {"weighed", "EVIDENCE-1"},
            {"score", number},
            {"rationale", std::string(80, 'r')}};
  }

  testing::TestSite site_;
};

TEST_F(JudgePages, start_a_piece_of_evidence_from_a_record) {
  auto browser = site_.browser_as(Role::officer);
  const auto form = browser.get("/evidence/new?source=CASE-1&statement=learning");
  EXPECT_EQ(form.status, 200);
  EXPECT_THAT(form.body, HasSubstr("Complaint about Home care, 4 January 2026"));
  EXPECT_THAT(form.body, HasSubstr("value=\"CASE-1\""));
  const auto sent = browser.post("/evidence", evidence());
  ASSERT_EQ(sent.status, 303);
  const auto shown = browser.follow(sent);
  EXPECT_THAT(shown.body, HasSubstr("Evidence added"));
  EXPECT_THAT(shown.body, HasSubstr("EVIDENCE-1"));
}

TEST_F(JudgePages, show_every_mistake_of_the_form_and_keep_every_answer) {
  auto browser = site_.browser_as(Role::officer);
  auto fields = evidence();
  fields[0].second = "CASE-77";
  fields[3].second = "<script>x</script>";
  fields[4].second = "";
  fields[7].second = "2031";
  const auto refused = browser.post("/evidence", fields);
  EXPECT_EQ(refused.status, 400);
  for (const char* part : {"There is no record CASE-77", "Choose whether it is supporting",
                           "must be today or in the past", "&lt;script&gt;x&lt;/script&gt;",
                           "value=\"2031\"", "href=\"#dated\""}) {
    EXPECT_THAT(refused.body, HasSubstr(part));
  }
  EXPECT_THAT(refused.body, Not(HasSubstr("<script>x")));
}

TEST_F(JudgePages, lead_from_evidence_to_a_score_and_its_escalation) {
  auto browser = site_.browser_as(Role::lead);
  ASSERT_EQ(browser.post("/evidence", evidence()).status, 303);
  EXPECT_THAT(browser.get("/statements/learning/score").body, HasSubstr("weighed-EVIDENCE-1"));
  ASSERT_EQ(browser.post("/statements/learning/scores", score("1")).status, 303);
  EXPECT_THAT(browser.get("/statements").body, HasSubstr("nobody has been told yet"));
  EXPECT_EQ(browser.post("/scores/SCORE-1/escalations", {{"told", ""}}).status, 400);
  ASSERT_EQ(browser
                .post("/scores/SCORE-1/escalations", {{"told", "Chief executive"},
                                                      {"told_on-day", "1"},
                                                      {"told_on-month", "3"},
                                                      {"told_on-year", "2026"}})
                .status,
            303);
  EXPECT_THAT(browser.get("/statements").body, HasSubstr("Told: Chief executive, 1 March 2026"));
  EXPECT_THAT(browser.get("/scores/SCORE-1").body, HasSubstr("carers came when they said"));
  EXPECT_THAT(browser.get("/rating").body, HasSubstr("1 of 9"));
}

TEST_F(JudgePages, refuse_a_score_that_never_saw_the_newest_evidence) {
  auto browser = site_.browser_as(Role::lead);
  ASSERT_EQ(browser.post("/evidence", evidence()).status, 303);
  ASSERT_EQ(browser.post("/evidence", evidence()).status, 303);
  const auto refused = browser.post("/statements/learning/scores", score("3"));
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(refused.body, HasSubstr("Evidence was added while you were scoring"));
}

TEST_F(JudgePages, write_findings_name_their_sources_and_have_them_approved) {
  auto lead = site_.browser_as(Role::lead);
  ASSERT_EQ(lead.post("/evidence", evidence()).status, 303);
  ASSERT_EQ(lead.post("/statements/learning/scores", score("3")).status, 303);
  const auto added = lead.post(
      "/statements/learning/findings",
      {{"version", "0"}, {"paragraphs-1", "One.\n\nTwo."}, {"heading-1", ""}, {"step", "add"}});
  EXPECT_THAT(added.body, HasSubstr("name=\"heading-2\""));
  ASSERT_EQ(lead.post("/statements/learning/findings", {{"version", "0"},
                                                        {"summary", "We learn."},
                                                        {"heading-1", ""},
                                                        {"paragraphs-1", "One.\n\nTwo."},
                                                        {"step", "save"}})
                .status,
            303);
  ASSERT_EQ(lead.post("/statements/learning/findings/sources",
                      {{"version", "1"}, {"sources-2", "EVIDENCE-1"}})
                .status,
            303);
  const auto hash = site_.database().read([&](store::Reader& reader) {
    return judge::findings_of(reader, "aldermere", judge::built_in_rules().framework, "learning")
        .content_hash;
  });
  auto leader = site_.browser_as(Role::leader);
  EXPECT_THAT(leader.get("/statements/learning/findings").body, HasSubstr(hash));
  EXPECT_EQ(lead.post("/statements/learning/approval", {{"content_hash", hash}}).status, 403);
  EXPECT_EQ(leader.post("/statements/learning/approval", {{"content_hash", hash}}).status, 303);
  EXPECT_THAT(leader.get("/statements/learning").body, HasSubstr(">Approved</strong>"));
}

TEST_F(JudgePages, keep_documents_and_only_ever_hand_them_out_as_downloads) {
  const testing::TemporaryFolder folder;
  const auto path = folder.path() / "report.pdf";
  std::ofstream(path) << "%PDF-1.7 hello %%EOF";
  auto browser = site_.browser_as(Role::officer);
  const auto sent = browser.post("/documents",
                                 {{"title", "Annual report"},
                                  {"dated-day", "1"},
                                  {"dated-month", "2"},
                                  {"dated-year", "2026"}},
                                 {{"file", "report.pdf", "text/html", path, 20, {}}});
  ASSERT_EQ(sent.status, 303);
  const auto file = browser.get("/documents/DOCUMENT-1/file");
  EXPECT_EQ(file.body, "%PDF-1.7 hello %%EOF");
  EXPECT_EQ(file.content_type, "application/pdf");
  EXPECT_THAT(testing::header(file, "Content-Disposition"), HasSubstr("attachment"));
  auto other = site_.browser_as(Role::officer, testing::other_council);
  EXPECT_EQ(other.get("/documents/DOCUMENT-1/file").status, 404);
}

TEST_F(JudgePages, filter_the_list_and_give_it_as_csv) {
  auto browser = site_.browser_as(Role::officer);
  ASSERT_EQ(browser.post("/evidence", evidence()).status, 303);
  EXPECT_THAT(browser.get("/evidence?voice=people").body, HasSubstr("1 to 1 of 1"));
  EXPECT_THAT(browser.get("/evidence?voice=carers").body, HasSubstr("No evidence fits"));
  const auto csv = browser.get("/evidence.csv?voice=people");
  EXPECT_THAT(csv.body, HasSubstr("EVIDENCE-1,learning,people,supporting"));
}

TEST_F(JudgePages, of_one_council_are_not_found_in_another) {
  auto browser = site_.browser_as(Role::lead);
  ASSERT_EQ(browser.post("/evidence", evidence()).status, 303);
  ASSERT_EQ(browser.post("/statements/learning/scores", score("3")).status, 303);
  auto other = site_.browser_as(Role::lead, testing::other_council);
  EXPECT_EQ(other.get("/evidence/EVIDENCE-1").status, 404);
  EXPECT_EQ(other.get("/scores/SCORE-1").status, 404);
  EXPECT_EQ(other.post("/evidence/EVIDENCE-1/withdrawal", {{"reason", "Mine"}}).status, 404);
  EXPECT_EQ(other.get("/statements/no-such-statement").status, 404);
}

}  // namespace
}  // namespace throughline::web
