#include "hear/partner/partner.hpp"
#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using record::Role;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class PartnerPages : public ::testing::Test {
 protected:
  // Gives the organisation's ref, with `user` signing in for it.
  std::string organisation(const std::string& name, const std::string& user) {
    auto lead = site_.browser_as(Role::lead);
    lead.post("/partners", {{"name", name}, {"sort", "provider"}});
    const auto list = lead.get("/partners").body;
    const auto at = list.rfind("/partners/PARTNER-", list.find(name + "</a>"));
    const auto ref = list.substr(at + 10, list.find('"', at) - at - 10);
    if (!user.empty()) lead.post("/partners/" + ref + "/members", {{"user", user}});
    return ref;
  }
  std::string partner_user() {
    return site_.database().read([](store::Reader& reader) {
      for (const auto& user : record::users(reader, "aldermere")) {
        if (user.role == Role::partner) return user.ref;
      }
      return std::string();
    });
  }
  testing::TestSite site_;
};

TEST_F(PartnerPages, a_partner_without_an_organisation_is_told_what_to_do) {
  auto partner = site_.browser_as(Role::partner);
  EXPECT_THAT(partner.get("/partner").body, HasSubstr("Ask the person at"));
  EXPECT_THAT(partner.get("/partner-feedback/new").body, HasSubstr("Ask the person at"));
  EXPECT_EQ(partner.post("/partner-feedback", {{"kind", "concern"}, {"words", "Late"}}).status,
            409);
}

TEST_F(PartnerPages, a_form_with_mistakes_loses_nothing) {
  auto lead = site_.browser_as(Role::lead);
  const auto answer = lead.post("/partners", {{"name", ""}, {"phone", "01632 960 009"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("Enter the name of the organisation"),
                                 HasSubstr("Choose what it is"), HasSubstr("01632 960 009")));
}

TEST_F(PartnerPages, what_one_organisation_says_is_replied_to_and_hidden_from_another) {
  auto partner = site_.browser_as(Role::partner);
  const auto ours = organisation("Elm Homes", partner_user());
  auto refused = partner.post("/partner-feedback", {{"words", "Kept words"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("Kept words"), HasSubstr("Choose what you want")));
  const auto told = partner.post(
      "/partner-feedback", {{"kind", "concern"}, {"words", "Discharges come late <on> Fridays"}});
  ASSERT_EQ(told.status, 303);
  const auto page = testing::header(told, "Location");
  EXPECT_THAT(partner.get(page).body, AllOf(HasSubstr("late &lt;on&gt; Fridays"),
                                            HasSubstr("Owed a reply"), Not(HasSubstr("/trace/"))));
  EXPECT_THAT(partner.get("/partner").body, AllOf(HasSubstr("Elm Homes"), HasSubstr(page)));

  auto officer = site_.browser_as(Role::officer);
  EXPECT_THAT(officer.get("/home").body, HasSubstr("partner is owed a reply"));
  EXPECT_THAT(officer.get("/partner-feedback?state=owed&partner=" + ours).body, HasSubstr(page));
  EXPECT_EQ(officer.post(page + "/reply", {{"version", "1"}, {"answer", "Kept"}}).status, 400);
  EXPECT_EQ(
      officer.post(page + "/reply", {{"version", "1"}, {"outcome", "did"}, {"answer", "We ring."}})
          .status,
      303);
  EXPECT_THAT(partner.get(page).body, HasSubstr("We ring."));
  EXPECT_EQ(partner.post(page + "/listened", {}).status, 400);
  EXPECT_EQ(partner.post(page + "/listened", {{"listened", "yes"}}).status, 303);
  EXPECT_THAT(officer.get(page).body, HasSubstr("They feel listened to"));

  // The same person, now of another organisation, sees nothing of it.
  auto lead = site_.browser_as(Role::lead);
  EXPECT_EQ(lead.post("/partners/" + ours + "/members/removal", {{"user", partner_user()}}).status,
            303);
  organisation("Oak Care", partner_user());
  EXPECT_THAT(partner.get("/partner").body, AllOf(HasSubstr("Oak Care"), Not(HasSubstr(page))));
  EXPECT_EQ(partner.get(page).status, 404);
  EXPECT_EQ(partner.post(page + "/listened", {{"listened", "no"}}).status, 404);
  EXPECT_EQ(partner.post(page + "/reply", {{"outcome", "did"}}).status, 403);
  EXPECT_EQ(partner.get("/partners/" + ours).status, 403);
}

TEST_F(PartnerPages, replies_in_time_are_counted_into_a_measure) {
  auto partner = site_.browser_as(Role::partner);
  organisation("Elm Homes", partner_user());
  const auto told = partner.post("/partner-feedback", {{"kind", "concern"}, {"words", "Late"}});
  ASSERT_EQ(told.status, 303);
  auto officer = site_.browser_as(Role::officer);
  EXPECT_EQ(officer
                .post(testing::header(told, "Location") + "/reply",
                      {{"version", "1"}, {"outcome", "did"}, {"answer", "We ring."}})
                .status,
            303);
  auto lead = site_.browser_as(Role::lead);
  const auto measure = lead.post("/measures", {{"name", "Replies to partners in time"},
                                               {"counts", "Replies sent by the day promised"},
                                               {"unit", "percent"},
                                               {"improvement", "increase"},
                                               {"frequency", "monthly"}});
  ASSERT_EQ(measure.status, 303);
  const auto ref = testing::header(measure, "Location").substr(10);
  EXPECT_EQ(lead.post("/partner-feedback/values", {{"measure", "MEASURE-99"}}).status, 400);
  EXPECT_EQ(lead.post("/partner-feedback/values", {{"measure", ref}}).status, 400);  // none due
  site_.clock().set(site_.clock().now() + std::chrono::hours(24 * 60));
  auto later = site_.browser_as(Role::lead);
  EXPECT_THAT(later.get("/partner-feedback").body,
              AllOf(HasSubstr("Replied in time"), HasSubstr("Fill the measure")));
  EXPECT_EQ(later.post("/partner-feedback/values", {{"measure", ref}}).status, 303);
  EXPECT_THAT(later.get("/measures/" + ref).body, HasSubstr("100"));
}

TEST_F(PartnerPages, contact_details_are_shown_to_those_who_may_change_them) {
  const auto ref = organisation("Elm Homes", "");
  auto lead = site_.browser_as(Role::lead);
  EXPECT_EQ(lead.post("/partners/" + ref, {{"name", "Elm Homes"},
                                           {"sort", "provider"},
                                           {"version", "1"},
                                           {"email", "ann@elm.example"}})
                .status,
            303);
  EXPECT_THAT(lead.get("/partners/" + ref).body, HasSubstr("ann@elm.example"));
  auto officer = site_.browser_as(Role::officer);
  EXPECT_THAT(officer.get("/partners/" + ref).body,
              AllOf(HasSubstr("Elm Homes"), Not(HasSubstr("ann@elm.example"))));
  EXPECT_EQ(lead.post("/partners/" + ref + "/ending", {{"active", "no"}}).status, 303);
  EXPECT_THAT(lead.get("/partners").body, HasSubstr("Ended"));
}

}  // namespace
}  // namespace throughline::web
