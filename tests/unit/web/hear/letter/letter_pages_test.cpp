#include "hear/hear.hpp"
#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class LetterPages : public ::testing::Test {
 protected:
  void SetUp() override {
    hear::NewCase given;
    given.kind = hear::Kind::complaint;
    given.words = "Nobody rang back.";
    given.relationship = hear::Relationship::unpaid_carer;
    given.identity.contact = {"Joan <Hill>",         "",  "", "3 Mill Lane\nAldermere",
                              hear::ContactBy::post, true};
    site_.database().write([&](store::Writer& writer) {
      ASSERT_TRUE(hear::receive(writer, site_.work_as(record::Role::officer), given));
      given.kind = hear::Kind::compliment;
      ASSERT_TRUE(hear::receive(writer, site_.work_as(record::Role::officer), given));
    });
  }
  // LETTER-1, a letter of thanks for CASE-2.
  void thank(testing::Browser& browser) {
    const auto begun =
        browser.post("/cases/CASE-2/letters", {{"kind", "thanks"}, {"with_identity", "yes"}});
    ASSERT_EQ(testing::header(begun, "Location"), "/letters/LETTER-1");
  }
  testing::TestSite site_;
  testing::Browser officer_ = site_.browser_as(record::Role::officer);
};

TEST_F(LetterPages, a_letter_is_begun_from_its_case_changed_and_sent) {
  EXPECT_THAT(officer_.get("/cases/CASE-2").body, HasSubstr("/cases/CASE-2/letters/new"));
  EXPECT_THAT(officer_.get("/cases/CASE-2/letters/new").body,
              AllOf(HasSubstr("Letter of thanks"), Not(HasSubstr("Acknowledgement letter"))));
  thank(officer_);
  EXPECT_THAT(officer_.get("/letters/LETTER-1").body,
              AllOf(HasSubstr("Dear Joan &lt;Hill&gt;"), HasSubstr("3 Mill Lane"),
                    HasSubstr("Your compliment")));
  const auto changed =
      officer_.post("/letters/LETTER-1", {{"version", "1"},
                                          {"recipient", "Joan Hill"},
                                          {"body", "Dear Joan\n\n## Thank you\n\n- for this"}});
  EXPECT_EQ(changed.status, 303);
  EXPECT_THAT(officer_.get("/letters/LETTER-1").body, HasSubstr("<li>for this</li>"));
  const auto sent = officer_.post(
      "/letters/LETTER-1/sending",
      {{"version", "2"}, {"by", "post"}, {"on-day", "2"}, {"on-month", "3"}, {"on-year", "2026"}});
  EXPECT_EQ(sent.status, 303);
  EXPECT_THAT(officer_.get("/letters/LETTER-1").body,
              AllOf(HasSubstr("Sent 2 March 2026, by post"), Not(HasSubstr("/change"))));
  EXPECT_THAT(officer_.get("/cases/CASE-2").body, HasSubstr("Sent 2 March 2026"));
  EXPECT_EQ(officer_.get("/letters/LETTER-1/change").status, 303) << "there is nothing to change";
}

TEST_F(LetterPages, a_refused_form_keeps_what_was_typed_and_says_everything_that_is_wrong) {
  const auto answer = officer_.post("/cases/CASE-1/letters", {{"kind", "extension"},
                                                              {"extended_to-day", "31"},
                                                              {"extended_to-month", "2"},
                                                              {"extended_to-year", "2026"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("#extension_reason"), HasSubstr("#extended_to"),
                                 HasSubstr("value=\"31\"")));
  thank(officer_);
  const auto emptied =
      officer_.post("/letters/LETTER-1", {{"version", "1"}, {"recipient", "Kept"}, {"body", ""}});
  EXPECT_EQ(emptied.status, 400);
  EXPECT_THAT(emptied.body, AllOf(HasSubstr("Enter the letter"), HasSubstr("Kept")));
  EXPECT_EQ(officer_.post("/letters/LETTER-1", {{"version", "7"}, {"body", "Late"}}).status, 409);
  EXPECT_EQ(officer_.post("/letters/LETTER-1/sending", {{"version", "1"}}).status, 400);
  EXPECT_EQ(officer_.post("/letters/LETTER-1/removal", {{"version", "1"}}).status, 400);
  EXPECT_EQ(
      officer_.post("/letters/LETTER-1/removal", {{"version", "1"}, {"reason", "Rang"}}).status,
      303);
}

TEST_F(LetterPages, those_who_may_not_see_who_someone_is_may_not_see_letters) {
  thank(officer_);
  for (const auto role : {record::Role::administrator, record::Role::leader, record::Role::staff}) {
    auto browser = site_.browser_as(role);
    EXPECT_EQ(browser.get("/letters/LETTER-1").status, 403);
    EXPECT_EQ(browser.get("/letters/LETTER-1/pdf").status, 403);
  }
  auto administrator = site_.browser_as(record::Role::administrator);
  EXPECT_THAT(administrator.get("/cases/CASE-2").body,
              AllOf(HasSubstr("Letter of thanks"), Not(HasSubstr("/letters/LETTER-1")),
                    Not(HasSubstr("Joan"))));
  auto other = site_.browser_as(record::Role::officer, testing::other_council);
  EXPECT_EQ(other.get("/letters/LETTER-1").status, 404);
}

TEST_F(LetterPages, whoever_opens_a_letter_again_is_written_down_on_every_way_to_it) {
  thank(officer_);
  auto lead = site_.browser_as(record::Role::lead);
  const auto looks = [&] { return lead.get("/peoples-data/looks").body; };
  const auto count_of = [&](const std::string& how) {
    const auto body = lead.get("/cases/CASE-2").body;
    std::size_t count = 0;
    for (auto at = body.find(how); at != std::string::npos; at = body.find(how, at + 1)) ++count;
    return count;
  };
  EXPECT_THAT(looks(), Not(HasSubstr("Opened a letter about a case")));
  const std::vector<std::pair<std::string, std::string>> ways = {{"", "How: As a page"},
                                                                 {"/change", "How: To change it"},
                                                                 {"/pdf", "How: As PDF"},
                                                                 {"/docx", "How: For Word"},
                                                                 {"/html", "How: To print"}};
  for (const auto& [path, how] : ways) {
    EXPECT_EQ(count_of(how), 0U);
    EXPECT_EQ(officer_.get("/letters/LETTER-1" + path).status, 200);
    EXPECT_EQ(officer_.get("/letters/LETTER-1" + path).status, 200);
    EXPECT_EQ(count_of(how), 1U) << "somebody who reads it again the same day has not looked twice";
  }
  EXPECT_EQ(lead.get("/letters/LETTER-1/pdf").status, 200);
  EXPECT_EQ(count_of("How: As PDF"), 2U) << "another person is another look";
  EXPECT_THAT(looks(), AllOf(HasSubstr("Opened a letter about a case"), HasSubstr("/cases/CASE-2"),
                             Not(HasSubstr("Joan"))));
  // The forms that do not show it, and what does not exist, are no look.
  officer_.get("/letters/LETTER-1/sending");
  officer_.get("/letters/LETTER-1/removal");
  EXPECT_EQ(officer_.get("/letters/LETTER-9").status, 404);
  EXPECT_EQ(count_of("How: "), 6U);
}

TEST_F(LetterPages, a_letter_can_be_taken_away_as_pdf_word_and_html) {
  thank(officer_);
  const auto pdf = officer_.get("/letters/LETTER-1/pdf");
  EXPECT_EQ(pdf.content_type, "application/pdf");
  EXPECT_THAT(pdf.body, AllOf(StartsWith("%PDF"), HasSubstr("/StructTreeRoot")));
  EXPECT_EQ(officer_.get("/letters/LETTER-1/pdf").body, pdf.body) << "the same, to the byte";
  const auto word = officer_.get("/letters/LETTER-1/docx");
  EXPECT_THAT(word.body, StartsWith("PK"));
  EXPECT_THAT(testing::header(word, "Content-Disposition"), HasSubstr("LETTER-1.docx"));
  EXPECT_THAT(officer_.get("/letters/LETTER-1/html").body,
              AllOf(HasSubstr("Draft. Not sent."), HasSubstr("Our reference: CASE-2"),
                    HasSubstr("Joan &lt;Hill&gt;"), Not(HasSubstr("<Hill>"))));
  EXPECT_EQ(officer_.get("/letters/LETTER-9/pdf").status, 404);
}

TEST_F(LetterPages, a_lead_changes_what_letters_begin_from) {
  auto lead = site_.browser_as(record::Role::lead);
  EXPECT_EQ(officer_.get("/letter-templates").status, 403);
  EXPECT_THAT(lead.get("/letter-templates/thanks").body,
              AllOf(HasSubstr("{{ complainant_name }}"), HasSubstr("Dear Joan Hill")));
  const auto wrong = lead.post("/letter-templates/thanks",
                               {{"version", "0"}, {"do", "save"}, {"text", "Dear {{ name }}"}});
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body,
              AllOf(HasSubstr("Line 1: there is no field called"), HasSubstr("Dear {{ name }}")));
  const auto preview = lead.post(
      "/letter-templates/thanks",
      {{"version", "0"}, {"do", "preview"}, {"text", "Thank you, {{ complainant_name }}!"}});
  EXPECT_EQ(preview.status, 200);
  EXPECT_THAT(preview.body, HasSubstr("Thank you, Joan Hill!"));
  EXPECT_EQ(lead.post("/letter-templates/thanks",
                      {{"version", "0"}, {"do", "save"}, {"text", "Thank you, {{ receipt }}!"}})
                .status,
            303);
  EXPECT_EQ(
      lead.post("/letter-templates/thanks", {{"version", "0"}, {"do", "save"}, {"text", "Late"}})
          .status,
      409);
  EXPECT_THAT(lead.get("/letter-templates/thanks/1").body, HasSubstr("Thank you, {{ receipt }}!"));
  EXPECT_EQ(lead.get("/letter-templates/thanks/2").status, 404);
  EXPECT_EQ(lead.get("/letter-templates/other").status, 404);
  EXPECT_EQ(lead.post("/letter-templates/thanks/reset", {{"version", "1"}}).status, 303);
  EXPECT_THAT(lead.get("/letter-templates/thanks").body,
              AllOf(HasSubstr("Version 2, put back to the default"), Not(HasSubstr("Go back"))));
}

}  // namespace
}  // namespace throughline::web
