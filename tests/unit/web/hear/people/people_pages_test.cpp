#include "hear/hear.hpp"
#include "hear/people/people.hpp"
#include "hear/redaction/redaction.hpp"
#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class PeoplePages : public ::testing::Test {
 protected:
  void SetUp() override {
    hear::NewCase given;
    given.kind = hear::Kind::complaint;
    given.words = "My neighbour Derek rang from the <old mill> on 01632 960 001.";
    given.relationship = hear::Relationship::neighbour;
    given.identity.contact.name = "Rukmini Das";
    site_.database().write([&](store::Writer& writer) {
      (void)hear::receive(writer, site_.work_as(record::Role::officer), given).value();
    });
  }
  hear::RedactionDraft draft() {
    return site_.database()
        .read([&](store::Reader& reader) {
          return hear::draft_redaction(reader, std::string(testing::own_council), "CASE-1");
        })
        .value();
  }
  testing::FormFields redaction(const std::string& step, const std::string& phrases = "") {
    testing::FormFields fields{
        {"words_hash", draft().words_hash}, {"step", step}, {"phrases", phrases}};
    for (const auto& span : draft().suggested) {
      fields.emplace_back("span", std::to_string(span.from) + "-" + std::to_string(span.to) + "-" +
                                      std::string(text::to_text(span.kind)));
    }
    return fields;
  }
  testing::TestSite site_;
};

TEST_F(PeoplePages, an_officer_sees_the_suggestions_and_confirms_what_travels) {
  auto officer = site_.browser_as(record::Role::officer);
  const auto shown = officer.get("/cases/CASE-1/redaction").body;
  EXPECT_THAT(shown, AllOf(HasSubstr("<mark>Derek</mark>"), HasSubstr("<mark>01632 960 001</mark>"),
                           HasSubstr("&lt;old mill&gt;")));
  const auto preview =
      officer.post("/cases/CASE-1/redaction", redaction("preview", "old mill")).body;
  EXPECT_THAT(preview, AllOf(HasSubstr("neighbour [name] rang from the &lt;[taken out]&gt;"),
                             HasSubstr("old mill</textarea>")));
  EXPECT_FALSE(draft().confirmed) << "a preview keeps nothing";
  const auto kept = officer.post("/cases/CASE-1/redaction", redaction("confirm", "old mill"));
  EXPECT_EQ(kept.status, 303);
  EXPECT_THAT(officer.follow(kept).body, HasSubstr("Redacted by"));
  EXPECT_THAT(officer.get("/cases/CASE-1/redaction").body, HasSubstr("What others read now"));
}

TEST_F(PeoplePages, a_phrase_that_is_not_there_loses_nothing) {
  auto officer = site_.browser_as(record::Role::officer);
  auto fields = redaction("confirm", "the new mill");
  fields.emplace_back("span", "not-a-span");
  const auto answer = officer.post("/cases/CASE-1/redaction", fields);
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("the new mill</textarea>"), HasSubstr("#phrases"),
                                 HasSubstr("#span"), HasSubstr("checked")));
  fields = redaction("confirm");
  fields[0].second = "other words";
  EXPECT_EQ(officer.post("/cases/CASE-1/redaction", fields).status, 409);
  EXPECT_EQ(officer.get("/cases/CASE-9/redaction").status, 404);
}

TEST_F(PeoplePages, evidence_shows_an_assessor_the_redacted_words_and_no_others) {
  auto lead = site_.browser_as(record::Role::lead);
  const testing::FormFields evidence{{"statements", "equity"},
                                     {"sources", "CASE-1"},
                                     {"voice", "people"},
                                     {"bearing", "contrary"},
                                     {"claim", "Neighbours told us that nobody rang them back"},
                                     {"dated-day", "1"},
                                     {"dated-month", "3"},
                                     {"dated-year", "2026"}};
  const auto added = lead.post("/evidence", evidence);
  ASSERT_EQ(added.status, 303) << added.body;
  auto assessor = site_.browser_as(record::Role::assessor);
  const auto before = assessor.get("/evidence/EVIDENCE-1").body;
  EXPECT_THAT(before, AllOf(Not(HasSubstr("Derek")), HasSubstr("is not shown"),
                            Not(HasSubstr("Do it now"))));
  auto officer = site_.browser_as(record::Role::officer);
  officer.post("/cases/CASE-1/redaction", redaction("confirm"));
  const auto after = assessor.get("/evidence/EVIDENCE-1").body;
  EXPECT_THAT(after, AllOf(Not(HasSubstr("Derek")), HasSubstr("My neighbour [name] rang")));
  auto quoting = evidence;
  quoting[4].second = "One said: neighbour Derek rang from the old mill";
  EXPECT_EQ(lead.post("/evidence", quoting).status, 400);
}

TEST_F(PeoplePages, a_lead_finds_and_erases_a_name_beside_the_cases) {
  site_.database().write([&](store::Writer& writer) {
    writer.execute(
        "insert into surveys (authority_id, ref, title, audience, named, introduction, made_from, "
        "created, created_by, version) values ('aldermere', 'SURVEY-1', 'S', 'people', 1, '', '', "
        "'', '', 1)");
    writer.execute(
        "insert into survey_waves (authority_id, ref, survey_ref, name, slug, opens, closes, "
        "invited_only, created, created_by, version) values ('aldermere', 'WAVE-1', 'SURVEY-1', "
        "'W', 'w', '', '', 1, '', '', 1)");
    writer.execute(
        "insert into survey_invitations (authority_id, wave_ref, email, token_hash, used) values "
        "('aldermere', 'WAVE-1', 'joan+1@example.org', 't', 0)");
  });
  auto lead = site_.browser_as(record::Role::lead);
  const auto found = lead.post("/peoples-data", {{"sought", "joan+1@example.org"}});
  EXPECT_THAT(found.body, AllOf(HasSubstr("No cases, but their name"),
                                HasSubstr("asked by e-mail to answer a survey"),
                                HasSubstr("survey_invitations|WAVE-1|joan+1@example.org")));
  const std::string id = "survey_invitations|WAVE-1|joan+1@example.org";
  const auto held = lead.post("/peoples-data/held", {{"named", id}, {"reason", "They asked"}}).body;
  EXPECT_THAT(held, HasSubstr("joan+1@example.org</dd>"));
  EXPECT_THAT(held, HasSubstr("?named=survey_invitations%7CWAVE-1%7Cjoan%2B1%40example.org"));
  EXPECT_EQ(
      lead.post("/peoples-data/erasure",
                {{"named", id}, {"way", "erase"}, {"reason", "They asked"}, {"confirm", "yes"}})
          .status,
      303);
  EXPECT_THAT(lead.get("/peoples-data").body, HasSubstr("in 1 other place"));
  EXPECT_EQ(lead.post("/peoples-data/held", {{"named", id}, {"reason", "They asked"}}).status, 404);
}

TEST_F(PeoplePages, a_lead_finds_a_person_sees_what_is_held_and_takes_it_out) {
  auto lead = site_.browser_as(record::Role::lead);
  EXPECT_EQ(lead.post("/peoples-data", {{"sought", "x"}}).status, 400);
  const auto found = lead.post("/peoples-data", {{"sought", "rukmini das"}});
  EXPECT_THAT(found.body, AllOf(HasSubstr("CASE-1"), HasSubstr("Found by: Name"),
                                Not(HasSubstr("Rukmini Das"))));
  const auto refused =
      lead.post("/peoples-data/held", {{"sought", "rukmini das"}, {"reason", "Kept reason"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body,
              AllOf(HasSubstr("Kept reason"), HasSubstr("Choose what is this person")));
  const testing::FormFields chosen{{"case", "CASE-1"}, {"reason", "They asked"}};
  EXPECT_THAT(lead.post("/peoples-data/held", chosen).body,
              AllOf(HasSubstr("Rukmini Das"), HasSubstr("01632 960 001")));
  auto as_json = chosen;
  as_json.emplace_back("format", "json");
  const auto json = lead.post("/peoples-data/export", as_json);
  EXPECT_THAT(json.body, HasSubstr("\"Rukmini Das\""));
  EXPECT_THAT(testing::header(json, "Content-Disposition"), HasSubstr("person.json"));
  const auto file = lead.post("/peoples-data/export", chosen);
  EXPECT_THAT(file.body, AllOf(HasSubstr("holds about you"), HasSubstr("&lt;old mill&gt;"),
                               Not(HasSubstr("<script"))));
  EXPECT_THAT(lead.get("/peoples-data/looks").body,
              AllOf(HasSubstr("They asked"), HasSubstr("Looked for a person"),
                    HasSubstr("as a file"), Not(HasSubstr("Rukmini"))));
  auto other = site_.browser_as(record::Role::lead, testing::other_council);
  EXPECT_EQ(other.post("/peoples-data/held", chosen).status, 404);
}

TEST_F(PeoplePages, erasing_says_what_goes_and_wants_to_be_confirmed) {
  auto lead = site_.browser_as(record::Role::lead);
  const auto asked = lead.get("/peoples-data/erasure?case=CASE-1");
  EXPECT_THAT(asked.body, AllOf(HasSubstr("What goes, what stays, and why"), HasSubstr("Deleted"),
                                HasSubstr("Not possible yet")));
  EXPECT_EQ(lead.get("/peoples-data/erasure").status, 404);
  EXPECT_EQ(lead.get("/peoples-data/erasure?case=CASE-9").status, 404);
  const auto refused =
      lead.post("/peoples-data/erasure", {{"case", "CASE-1"}, {"reason", "Kept reason"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body,
              AllOf(HasSubstr("#way"), HasSubstr("#confirm"), HasSubstr("Kept reason")));
  testing::FormFields fields{
      {"case", "CASE-1"}, {"reason", "They asked"}, {"confirm", "yes"}, {"way", "pseudonymise"}};
  EXPECT_EQ(lead.post("/peoples-data/erasure", fields).status, 409);
  fields.back().second = "erase";
  EXPECT_EQ(lead.post("/peoples-data/erasure", fields).status, 303);
  const auto shown = lead.get("/cases/CASE-1").body;
  EXPECT_THAT(shown, AllOf(HasSubstr("What they said was erased on"), HasSubstr("They asked"),
                           Not(HasSubstr("Derek")), Not(HasSubstr("Take out what"))));
}

TEST_F(PeoplePages, a_hold_is_placed_and_lifted_with_a_reason) {
  auto lead = site_.browser_as(record::Role::lead);
  EXPECT_EQ(lead.post("/cases/CASE-1/hold", {{"reason", " "}}).status, 400);
  const auto placed = lead.post("/cases/CASE-1/hold", {{"reason", "An inquest"}});
  EXPECT_THAT(lead.follow(placed).body, HasSubstr("On hold"));
  EXPECT_EQ(lead.post("/peoples-data/erasure",
                      {{"case", "CASE-1"}, {"reason", "r"}, {"confirm", "yes"}, {"way", "erase"}})
                .status,
            409);
  EXPECT_THAT(lead.get("/cases/CASE-1/hold").body, HasSubstr("Lift the hold"));
  EXPECT_EQ(lead.post("/cases/CASE-1/hold/lifting", {{"reason", "Over"}}).status, 303);
  EXPECT_EQ(lead.get("/cases/CASE-9/hold").status, 404);
}

TEST_F(PeoplePages, retention_is_set_previewed_and_confirmed) {
  auto lead = site_.browser_as(record::Role::lead);
  const auto refused = lead.post("/peoples-data/retention", {{"complaint-words", "soon"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("#complaint-words"), HasSubstr("value=\"soon\"")));
  EXPECT_EQ(lead.post("/peoples-data/retention", {{"complaint-words", "3"}}).status, 303);
  EXPECT_THAT(lead.get("/peoples-data/retention").body, HasSubstr("Nothing."));
  site_.database().write([](store::Writer& writer) {
    writer.execute("update cases set status = 'closed', closed = '2020-01-01', outcome = 'did'");
  });
  EXPECT_THAT(lead.get("/peoples-data/retention").body,
              AllOf(HasSubstr("CASE-1"), HasSubstr("1 case")));
  EXPECT_EQ(lead.post("/peoples-data/retention/disposal", {{"expected", "1"}}).status, 400);
  EXPECT_EQ(
      lead.post("/peoples-data/retention/disposal", {{"expected", "2"}, {"confirm", "yes"}}).status,
      409);
  const auto done =
      lead.post("/peoples-data/retention/disposal", {{"expected", "1"}, {"confirm", "yes"}});
  EXPECT_THAT(lead.follow(done).body, HasSubstr("everything of 1 cases"));
}

}  // namespace
}  // namespace throughline::web
