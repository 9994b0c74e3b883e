#include "hear/hear.hpp"
#include "support/web.hpp"
#include "understand/understand.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const testing::FormFields logged = {{"submission_key", "key"},
                                    {"kind", "complaint"},
                                    {"words", "<b>Nobody</b> came on Sunday, the visit was late"},
                                    {"relationship", "family"},
                                    {"channel", "phone"},
                                    {"day", "1"},
                                    {"month", "3"},
                                    {"year", "2026"},
                                    {"name", "Jo Bloggs"},
                                    {"phone", "01632 960 001"},
                                    {"contact_by", "phone"}};

testing::FormFields logged_as(const std::string& kind) {
  auto fields = logged;
  for (auto& [name, value] : fields) {
    if (name == "kind") value = kind;
  }
  return fields;
}

class CasePages : public ::testing::Test {
 protected:
  void log_one(testing::Browser& browser, testing::FormFields fields = logged) {
    EXPECT_EQ(browser.post("/cases", fields).status, 303);
  }
  testing::TestSite site_;
};

TEST_F(CasePages, staff_log_what_was_said_and_read_out_the_reference) {
  auto staff = site_.browser_as(record::Role::staff);
  const auto answer = staff.post("/cases", logged);
  EXPECT_EQ(testing::header(answer, "Location"), "/cases/CASE-1/receipt");
  EXPECT_THAT(staff.follow(answer).body, HasSubstr("Reference to read out"));
  log_one(staff);
  EXPECT_EQ(staff.get("/cases").status, 403);
  EXPECT_EQ(staff.get("/cases/CASE-1").status, 403);
  EXPECT_EQ(staff.get("/cases/CASE-2").status, 403) << "pressed twice is one case";
  auto officer = site_.browser_as(record::Role::officer);
  log_one(officer, {{"submission_key", "other"},
                    {"kind", "idea"},
                    {"words", "w"},
                    {"relationship", "staff"},
                    {"channel", "email"},
                    {"day", "1"},
                    {"month", "3"},
                    {"year", "2026"}});
  EXPECT_EQ(staff.get("/cases/CASE-2/receipt").status, 404) << "logged by someone else";
  EXPECT_EQ(officer.get("/cases/CASE-1/receipt").status, 200);
}

TEST_F(CasePages, the_log_shows_every_mistake_and_keeps_every_answer) {
  auto staff = site_.browser_as(record::Role::staff);
  const auto answer = staff.post("/cases", {{"words", "Kept words"},
                                            {"day", "30"},
                                            {"month", "2"},
                                            {"year", "2026"},
                                            {"email", "kept@wrong"},
                                            {"channel", "phone"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body,
              AllOf(HasSubstr("#kind"), HasSubstr("#relationship"), HasSubstr("#received"),
                    HasSubstr("#email"), HasSubstr("Kept words"), HasSubstr("kept@wrong")));
}

TEST_F(CasePages, a_case_shows_its_words_safely_and_not_who_it_is) {
  auto officer = site_.browser_as(record::Role::officer);
  log_one(officer);
  const auto shown = officer.get("/cases/CASE-1").body;
  EXPECT_THAT(shown, AllOf(HasSubstr("&lt;b&gt;Nobody&lt;/b&gt; came"), HasSubstr("dir=\"auto\""),
                           HasSubstr("/trace/CASE-1"), Not(HasSubstr("Jo Bloggs"))));
  auto other = site_.browser_as(record::Role::officer, testing::other_council);
  EXPECT_EQ(other.get("/cases/CASE-1").status, 404);
}

TEST_F(CasePages, who_it_is_is_shown_for_a_reason_that_stands_in_the_history) {
  auto officer = site_.browser_as(record::Role::officer);
  log_one(officer);
  EXPECT_THAT(officer.get("/cases/CASE-1/identity").body, Not(HasSubstr("Jo Bloggs")));
  EXPECT_EQ(officer.post("/cases/CASE-1/identity", {{"reason", ""}}).status, 400);
  const auto shown = officer.post("/cases/CASE-1/identity", {{"reason", "To ring back"}});
  EXPECT_THAT(shown.body, AllOf(HasSubstr("Jo Bloggs"), HasSubstr("01632 960 001")));
  EXPECT_THAT(officer.get("/cases/CASE-1").body,
              AllOf(HasSubstr("Identity seen"), HasSubstr("To ring back")));
  auto administrator = site_.browser_as(record::Role::administrator);
  EXPECT_EQ(administrator.post("/cases/CASE-1/identity", {{"reason", "Why not"}}).status, 403);
}

TEST_F(CasePages, an_officer_works_a_case_from_received_to_closed_and_back) {
  auto officer = site_.browser_as(record::Role::officer);
  log_one(officer, logged_as("concern"));
  EXPECT_EQ(officer.post("/cases/CASE-1/looking-into", {{"version", "1"}}).status, 303);
  const auto refused = officer.post("/cases/CASE-1/closure", {{"version", "2"}, {"answer", ""}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("#outcome"), HasSubstr("#answer")));
  EXPECT_EQ(officer
                .post("/cases/CASE-1/closure",
                      {{"version", "2"}, {"outcome", "did"}, {"answer", "We now call on Sundays."}})
                .status,
            303);
  EXPECT_THAT(officer.get("/cases/CASE-1").body, HasSubstr("We now call on Sundays."));
  EXPECT_EQ(officer.post("/cases/CASE-1/reopening", {{"version", "3"}, {"reason", "Again"}}).status,
            303);
  EXPECT_EQ(officer
                .post("/cases/CASE-1/correction",
                      {{"version", "4"}, {"kind", "suggestion"}, {"reason", "No answer wanted"}})
                .status,
            303);
  EXPECT_THAT(officer.get("/cases/CASE-1").body, HasSubstr("Concern to Suggestion"));
}

TEST_F(CasePages, a_conflict_keeps_what_was_typed) {
  auto officer = site_.browser_as(record::Role::officer);
  log_one(officer, logged_as("concern"));
  officer.post("/cases/CASE-1/looking-into", {{"version", "1"}});
  const auto late = officer.post(
      "/cases/CASE-1/closure",
      {{"version", "1"}, {"outcome", "could_not"}, {"answer", "A long answer, nearly lost"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, AllOf(HasSubstr("A long answer, nearly lost"),
                               HasSubstr("name=\"version\" value=\"2\"")));
}

TEST_F(CasePages, suggested_themes_are_never_ticked_by_themselves) {
  auto lead = site_.browser_as(record::Role::lead);
  log_one(lead);
  EXPECT_EQ(lead.post("/themes/starter-set").status, 303);
  const auto form = lead.get("/cases/CASE-1/themes").body;
  EXPECT_THAT(form, AllOf(HasSubstr("Suggested by the words"), Not(HasSubstr(" checked"))));
  EXPECT_EQ(
      lead.post("/cases/CASE-1/themes", {{"themes", "THEME-1"}, {"themes", "THEME-2"}}).status,
      303);
  EXPECT_THAT(lead.get("/cases/CASE-1").body, HasSubstr("href=\"/themes/THEME-2\""));
  EXPECT_EQ(lead.post("/cases/CASE-1/themes", {{"themes", "THEME-99"}}).status, 400);
}

TEST_F(CasePages, the_list_filters_searches_and_says_what_is_in_use) {
  auto officer = site_.browser_as(record::Role::officer);
  log_one(officer);
  log_one(officer, {{"submission_key", "2"},
                    {"kind", "compliment"},
                    {"words", "Lovely people"},
                    {"relationship", "person"},
                    {"channel", "letter"},
                    {"day", "2"},
                    {"month", "3"},
                    {"year", "2026"}});
  EXPECT_THAT(officer.get("/cases").body, HasSubstr("2 cases"));
  const auto found = officer.get("/cases?search=sunday&kind=complaint").body;
  EXPECT_THAT(found, AllOf(HasSubstr("1 case"), HasSubstr("<mark>Sunday</mark>"),
                           HasSubstr("Words: sunday"), HasSubstr("&lt;b&gt;")));
  EXPECT_THAT(officer.get("/cases?kind=idea").body, HasSubstr("There are no cases like this"));
  EXPECT_EQ(officer.get("/cases?from=tomorrowish").status, 400);
}

TEST_F(CasePages, the_download_holds_the_filtered_cases_disarmed_and_is_written_down) {
  auto officer = site_.browser_as(record::Role::officer);
  auto fields = logged;
  fields[2].second = "=HYPERLINK(\"x\")";
  log_one(officer, fields);
  const auto file = officer.post("/cases/export", {{"kind", "complaint"}, {"search", ""}});
  std::string text = file.body;
  std::string piece;
  for (bool more = static_cast<bool>(file.more); more;) {
    piece.clear();
    more = file.more(piece);
    text += piece;
  }
  EXPECT_THAT(text, AllOf(HasSubstr("reference,received,kind"), HasSubstr("CASE-1,2026-03-01"),
                          HasSubstr("\"'=HYPERLINK")));
  EXPECT_EQ(site_.database().read([](store::Reader& reader) {
    return reader.number("select count(*) from events where verb = 'exported'");
  }),
            1);
}

TEST_F(CasePages, importing_says_what_is_wrong_and_keeps_good_rows_only_when_asked) {
  auto officer = site_.browser_as(record::Role::officer);
  testing::TemporaryFolder folder;
  const auto path = folder.path() / "cases.csv";
  std::ofstream(path) << "received,kind,words\n2026-02-01,idea,Good\n2026-02-01,nonsense,Bad\n";
  const auto upload = [&] {
    return std::vector<http::Upload>{
        {"file", "cases.csv", "text/csv", path, std::filesystem::file_size(path), nullptr}};
  };
  const auto refused = officer.post("/cases/import", {}, upload());
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("Nothing was imported"), HasSubstr("Kind must be")));
  EXPECT_THAT(officer.get("/cases").body, HasSubstr("0 cases"));
  const auto kept = officer.post("/cases/import", {{"keep_good", "yes"}}, upload());
  EXPECT_EQ(kept.status, 200);
  EXPECT_THAT(kept.body, HasSubstr("1 added"));
  EXPECT_THAT(officer.post("/cases/import", {{"keep_good", "yes"}}, upload()).body,
              HasSubstr("0 added"));
  EXPECT_EQ(officer.post("/cases/import").status, 400);
}

}  // namespace
}  // namespace throughline::web
