#include "hear/hear.hpp"
#include "hear/partner/partner.hpp"
#include "record/user.hpp"
#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using record::Role;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

testing::FormFields dated(testing::FormFields fields, const std::string& name,
                          const std::string& year) {
  fields.emplace_back(name + "-day", "3");
  fields.emplace_back(name + "-month", "2");
  fields.emplace_back(name + "-year", year);
  return fields;
}

class JointReviewPages : public ::testing::Test {
 protected:
  void SetUp() override {
    ours_ = organisation("Carers Network");
    theirs_ = organisation("Elm Homes");
    sign_in_for(ours_);
  }
  std::string organisation(const std::string& name) {
    return site_.database().write([&](store::Writer& writer) {
      return hear::add_partner(writer, site_.work_as(Role::lead),
                               {name, hear::PartnerSort::voluntary, {}, {}})
          .value();
    });
  }
  // Lets the one partner of this site sign in for an organisation, and for no other.
  void sign_in_for(const std::string& partner) {
    site_.database().write([&](store::Writer& writer) {
      const auto user = site_.user_of(Role::partner);
      for (const auto& each : {ours_, theirs_}) {
        (void)hear::remove_member(writer, site_.work_as(Role::lead), each, user);
      }
      ASSERT_TRUE(hear::add_member(writer, site_.work_as(Role::lead), partner, user));
    });
  }
  std::string begin(testing::Browser& officer) {
    const auto begun = officer.post(
        "/joint-reviews",
        dated(dated({{"title", "A discharge without medicines"}, {"why", "To learn <from> it"}},
                    "from", "2026"),
              "due", "2030"));
    EXPECT_EQ(begun.status, 303);
    return testing::header(begun, "Location");
  }
  void invite(testing::Browser& officer, const std::string& page, const std::string& partner) {
    EXPECT_EQ(
        officer.post(page + "/invitations", dated({{"partner", partner}}, "due", "2030")).status,
        303);
  }
  testing::FormFields part(const std::string& page_body, const std::string& what) {
    const std::string mark = "name=\"version\" value=\"";
    const auto at = page_body.find(mark) + mark.size();
    return {{"version", page_body.substr(at, page_body.find('"', at) - at)},
            {"saw", "They rang us"},
            {"learned", "To ask"},
            {"do", what}};
  }
  testing::TestSite site_;
  std::string ours_;
  std::string theirs_;
};

TEST_F(JointReviewPages, a_form_with_mistakes_loses_nothing_and_warns_of_names) {
  auto officer = site_.browser_as(Role::officer);
  auto refused = officer.post("/joint-reviews", dated({{"why", "Kept words"}}, "from", "x"));
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("Kept words"), HasSubstr("Enter what it is called"),
                                  HasSubstr("value=\"x\""), Not(HasSubstr("I have looked"))));
  auto fields =
      dated(dated({{"title", "A fall"}, {"why", "Mrs Khan fell"}}, "from", "2026"), "due", "2030");
  refused = officer.post("/joint-reviews", fields);
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("This looks like a name"), HasSubstr("I have looked")));
  fields.emplace_back("looked", "yes");
  EXPECT_EQ(officer.post("/joint-reviews", fields).status, 303);
  // A last day that cannot be read is not left out unseen.
  auto odd =
      dated(dated({{"title", "A fall"}, {"why", "It happened"}}, "from", "2026"), "due", "2030");
  odd.emplace_back("to-day", "40");
  EXPECT_EQ(officer.post("/joint-reviews", odd).status, 400);
}

TEST_F(JointReviewPages, go_from_an_incident_to_what_everyone_learns_of_it) {
  auto officer = site_.browser_as(Role::officer);
  const auto page = begin(officer);
  EXPECT_THAT(officer.get(page).body,
              AllOf(HasSubstr("To learn &lt;from&gt; it"), HasSubstr("not for someone to blame"),
                    HasSubstr("does not replace a safeguarding concern"),
                    HasSubstr("The part of Aldermere")));
  EXPECT_EQ(officer.post(page + "/invitations", {{"partner", "PARTNER-99"}}).status, 400);
  invite(officer, page, ours_);

  auto partner = site_.browser_as(Role::partner);
  EXPECT_THAT(partner.get("/partner").body, HasSubstr("Say whether you take part"));
  EXPECT_THAT(partner.get("/home").body, HasSubstr("Say whether you take part"));
  EXPECT_EQ(partner.get(page + "/part").status, 409);
  EXPECT_EQ(partner.post(page + "/answer", {{"answer", "accept"}}).status, 303);
  EXPECT_THAT(partner.get("/partner").body, HasSubstr("Write our part"));

  auto form = partner.get(page + "/part");
  auto empty = part(form.body, "submit");
  empty[1].second = "";
  EXPECT_EQ(partner.post(page + "/part", empty).status, 400);
  EXPECT_EQ(partner.post(page + "/part", part(form.body, "draft")).status, 303);
  EXPECT_THAT(officer.get(page).body, Not(HasSubstr("They rang us")));
  const auto stale = partner.post(page + "/part", part(form.body, "submit"));
  EXPECT_EQ(stale.status, 409);
  EXPECT_THAT(stale.body, HasSubstr("They rang us"));
  form = partner.get(page + "/part");
  EXPECT_EQ(partner.post(page + "/part", part(form.body, "submit")).status, 303);
  EXPECT_THAT(officer.get(page).body, HasSubstr("They rang us"));
  EXPECT_THAT(partner.get(page + "/part").body, HasSubstr("Take it back"));
  EXPECT_EQ(partner.post(page + "/part/return").status, 303);
  form = partner.get(page + "/part");
  EXPECT_EQ(partner.post(page + "/part", part(form.body, "submit")).status, 303);

  EXPECT_EQ(officer.post(page + "/facts", {{"at", "soon"}}).status, 400);
  EXPECT_EQ(officer
                .post(page + "/facts",
                      dated({{"fact", "The ward rang"}, {"party", "council"}}, "on", "2026"))
                .status,
            303);
  EXPECT_THAT(partner.get(page).body, AllOf(HasSubstr("The ward rang"), HasSubstr("says so")));
  EXPECT_EQ(officer.post(page + "/closure").status, 409);
  EXPECT_EQ(officer.post(page + "/actions", {{"title", "Kept title"}}).status, 400);
  EXPECT_EQ(
      officer
          .post(page + "/actions",
                dated({{"title", "One duty number"}, {"aim", "Somebody answers"}, {"owner", ours_}},
                      "action_due", "2030"))
          .status,
      303);
  EXPECT_THAT(partner.get(page).body,
              AllOf(HasSubstr("One duty number"), HasSubstr("Carers Network, by 3 February 2030"),
                    Not(HasSubstr("/actions/"))));
  EXPECT_THAT(officer.get("/actions").body, HasSubstr("One duty number"));
  EXPECT_THAT(partner.get("/partner").body, HasSubstr("See it through: One duty number"));

  form = officer.get(page + "/part");
  EXPECT_EQ(officer.post(page + "/part", part(form.body, "submit")).status, 303);
  form = officer.get(page + "/learning");
  auto note = part(form.body, "");
  EXPECT_EQ(officer.post(page + "/learning", note).status, 400);
  note.emplace_back("learning", "Ask three questions first");
  EXPECT_EQ(officer.post(page + "/learning", note).status, 303);
  EXPECT_EQ(partner.post(page + "/view", {}).status, 400);
  EXPECT_EQ(
      partner.post(page + "/view", {{"view", "otherwise"}, {"otherwise", "Be in the room"}}).status,
      303);
  EXPECT_THAT(officer.get(page).body, HasSubstr("Carers Network sees it otherwise"));
  EXPECT_EQ(officer.post(page + "/closure").status, 303);

  for (const auto role : {Role::staff, Role::partner, Role::leader, Role::assessor}) {
    EXPECT_THAT(site_.browser_as(role).get("/shared-learning").body,
                AllOf(HasSubstr("Ask three questions first"), HasSubstr("Be in the room"),
                      Not(HasSubstr("Carers Network"))));
  }
  EXPECT_EQ(officer.post(page + "/reopening", {}).status, 400);
  EXPECT_EQ(officer.post(page + "/reopening", {{"reason", "A part was wrong"}}).status, 303);
  EXPECT_THAT(partner.get("/shared-learning").body, Not(HasSubstr("Ask three questions first")));
  EXPECT_THAT(officer.get("/trace/" + page.substr(15)).body, HasSubstr("One duty number"));
}

TEST_F(JointReviewPages, another_organisation_is_told_that_nothing_is_there) {
  auto officer = site_.browser_as(Role::officer);
  const auto page = begin(officer);
  invite(officer, page, ours_);
  auto partner = site_.browser_as(Role::partner);
  EXPECT_EQ(partner.get(page).status, 200);
  EXPECT_EQ(partner.post(page + "/answer", {{"answer", "accept"}}).status, 303);
  sign_in_for(theirs_);
  for (const auto* each : {"", "/part", "/pdf", "/docx"}) {
    EXPECT_EQ(partner.get(page + each).status, 404) << each;
  }
  for (const auto* each :
       {"/answer", "/part", "/part/return", "/facts", "/facts/removal", "/view"}) {
    EXPECT_EQ(
        partner.post(page + each, {{"do", "draft"}, {"answer", "accept"}, {"number", "1"}}).status,
        404)
        << each;
  }
  for (const auto* each : {"/change", "/learning"}) {
    EXPECT_EQ(partner.get(page + each).status, 403) << each;
  }
  for (const auto* each : {"", "/actions", "/cases", "/closure", "/decision", "/invitations",
                           "/invitations/withdrawal", "/learning", "/reopening"}) {
    EXPECT_EQ(partner.post(page + each).status, 403) << each;
  }
  EXPECT_EQ(partner.get("/joint-reviews.csv").status, 403);
  EXPECT_THAT(partner.get("/joint-reviews").body, Not(HasSubstr(page)));
  EXPECT_THAT(partner.get("/partner").body, Not(HasSubstr(page)));
  auto elsewhere = site_.browser_as(Role::officer, testing::other_council);
  EXPECT_EQ(elsewhere.get(page).status, 404);
  EXPECT_EQ(elsewhere.post(page + "/closure").status, 404);
}

TEST_F(JointReviewPages, a_partner_sees_no_case) {
  auto officer = site_.browser_as(Role::officer);
  const auto page = begin(officer);
  invite(officer, page, ours_);
  const auto told = site_.database().write([&](store::Writer& writer) {
    hear::NewCase given;
    given.kind = hear::Kind::complaint;
    given.relationship = hear::Relationship::person;
    given.words = "No medicines";
    return hear::receive(writer, site_.work_as(Role::officer), given).value().ref;
  });
  EXPECT_EQ(officer.post(page + "/cases", {{"case", "CASE-99"}}).status, 400);
  EXPECT_EQ(officer.post(page + "/cases", {{"case", told}}).status, 303);
  EXPECT_THAT(officer.get(page).body, HasSubstr("/cases/" + told));
  auto partner = site_.browser_as(Role::partner);
  EXPECT_EQ(partner.post(page + "/answer", {{"answer", "accept"}}).status, 303);
  EXPECT_THAT(partner.get(page).body, Not(HasSubstr(told)));
  EXPECT_EQ(partner.get("/trace/" + page.substr(15)).status, 403);
  EXPECT_THAT(site_.browser_as(Role::assessor).get(page).body,
              AllOf(HasSubstr("1 case"), Not(HasSubstr(told))));
  EXPECT_THAT(site_.browser_as(Role::leader).get(page).body,
              AllOf(HasSubstr(told), Not(HasSubstr("/cases/" + told))));
  EXPECT_EQ(officer.post(page + "/cases/removal", {{"case", told}}).status, 303);
  EXPECT_THAT(officer.get(page).body, Not(HasSubstr("/cases/" + told)));
}

TEST_F(JointReviewPages, offer_to_pass_a_warning_in_the_form_that_has_it_alone) {
  auto officer = site_.browser_as(Role::officer);
  const auto page = begin(officer);
  invite(officer, page, ours_);
  auto partner = site_.browser_as(Role::partner);
  EXPECT_EQ(partner.post(page + "/answer", {{"answer", "accept"}}).status, 303);
  auto fact = dated({{"fact", "Mrs Khan rang us"}}, "on", "2026");
  const auto refused = partner.post(page + "/facts", fact);
  EXPECT_EQ(refused.status, 400);
  const auto first = refused.body.find("id=\"looked\"");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(refused.body.find("id=\"looked\"", first + 1), std::string::npos);
  fact.emplace_back("looked", "yes");
  EXPECT_EQ(partner.post(page + "/facts", fact).status, 303);
  EXPECT_THAT(partner.get(page).body, HasSubstr("Mrs Khan rang us"));
}

TEST_F(JointReviewPages, show_the_name_of_an_organisation_as_it_is) {
  const auto odd = organisation("<b>Ash</b> & Elm");
  auto officer = site_.browser_as(Role::officer);
  const auto page = begin(officer);
  invite(officer, page, odd);
  EXPECT_THAT(officer.get(page).body,
              AllOf(HasSubstr("the invitation of &lt;b&gt;Ash"), Not(HasSubstr("<b>Ash"))));
}

TEST_F(JointReviewPages, a_partner_asks_for_one_and_reads_the_answer) {
  auto partner = site_.browser_as(Role::partner);
  EXPECT_EQ(partner.post("/joint-reviews/requests", {{"title", "Kept title"}}).status, 400);
  const auto asked = partner.post(
      "/joint-reviews/requests",
      dated({{"title", "A hoist that came late"}, {"why", "To see how an order travels"}}, "from",
            "2026"));
  ASSERT_EQ(asked.status, 303);
  const auto page = testing::header(asked, "Location");
  auto officer = site_.browser_as(Role::officer);
  EXPECT_THAT(officer.get("/home").body, HasSubstr("1 partner asks for a joint review"));
  EXPECT_THAT(officer.get("/joint-reviews?state=asked").body, HasSubstr(page));
  EXPECT_EQ(officer.post(page + "/decision", {{"decision", "take-on"}}).status, 400);
  EXPECT_EQ(officer.post(page + "/decision", {{"decision", "decline"}}).status, 400);
  EXPECT_EQ(
      officer.post(page + "/decision", {{"decision", "decline"}, {"why", "It is a complaint"}})
          .status,
      303);
  EXPECT_THAT(partner.get(page).body, HasSubstr("It is a complaint"));
  EXPECT_EQ(
      officer.post(page + "/decision", dated({{"decision", "take-on"}}, "due", "2030")).status,
      409);
}

TEST_F(JointReviewPages, the_register_is_a_file_too) {
  auto officer = site_.browser_as(Role::officer);
  const auto page = begin(officer);
  EXPECT_THAT(officer.get("/joint-reviews").body, HasSubstr("0 of 1 in"));
  EXPECT_THAT(officer.get("/joint-reviews.csv").body,
              AllOf(HasSubstr("A discharge without medicines"), HasSubstr("Takes part")));
  EXPECT_THAT(officer.get(page + "/change").body, HasSubstr("To learn &lt;from&gt; it"));
  EXPECT_EQ(officer
                .post(page, dated(dated({{"version", "1"}, {"title", "Another"}, {"why", "Why"}},
                                        "from", "2026"),
                                  "due", "2030"))
                .status,
            303);
  EXPECT_EQ(officer
                .post(page, dated(dated({{"version", "1"}, {"title", "Third"}, {"why", "Why"}},
                                        "from", "2026"),
                                  "due", "2030"))
                .status,
            409);
}

}  // namespace
}  // namespace throughline::web
