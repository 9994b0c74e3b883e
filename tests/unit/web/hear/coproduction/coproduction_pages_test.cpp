#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const testing::FormFields letters = {{"title", "Letters <b>about</b> charges"},
                                     {"about", "What people pay"},
                                     {"stage", "design"},
                                     {"open_to_all", "yes"},
                                     {"asked_on-day", "5"},
                                     {"asked_on-month", "1"},
                                     {"asked_on-year", "2026"},
                                     {"wanted_by-day", "2"},
                                     {"wanted_by-month", "2"},
                                     {"wanted_by-year", "2026"},
                                     {"people_draws_on_care", "12"}};
const testing::FormFields jo = {{"name", "Jo Bloggs"},   {"standing", "unpaid_carer"},
                                {"joined-day", "1"},     {"joined-month", "1"},
                                {"joined-year", "2026"}, {"sex", "female"}};

class CoproductionPages : public ::testing::Test {
 protected:
  testing::TestSite site_;
};

TEST_F(CoproductionPages, a_project_is_added_worked_on_and_finished) {
  auto officer = site_.browser_as(record::Role::officer);
  EXPECT_EQ(officer.get("/co-production/new").status, 200);
  const auto added = officer.post("/co-production", letters);
  EXPECT_EQ(testing::header(added, "Location"), "/co-production/PROJECT-1");
  EXPECT_THAT(officer.follow(added).body,
              AllOf(HasSubstr("&lt;b&gt;about"), HasSubstr("28 days (20 working days)")));
  const std::string at = "/co-production/PROJECT-1";
  EXPECT_EQ(officer.post(at + "/asks", {{"asked", "The amount first"}}).status, 303);
  EXPECT_EQ(officer.post(at + "/finish").status, 409);
  const auto wrong = officer.post(at + "/answers", {{"number", "1"}, {"answer", "Kept words"}});
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body, AllOf(HasSubstr("Kept words"), HasSubstr("#outcome")));
  EXPECT_EQ(
      officer.post(at + "/answers", {{"number", "1"}, {"outcome", "changed"}, {"answer", "Done"}})
          .status,
      303);
  EXPECT_EQ(officer.post(at + "/finish").status, 303);
  EXPECT_THAT(officer.get("/co-production?state=finished").body,
              AllOf(HasSubstr("1 of 1 changed something"), HasSubstr("<svg")));
  EXPECT_THAT(officer.get("/co-production?state=stuck").body, HasSubstr("None here"));
  EXPECT_THAT(officer.get("/co-production.csv").body,
              AllOf(HasSubstr("PROJECT-1"), HasSubstr("28,20"), HasSubstr("The amount first")));
  auto other = site_.browser_as(record::Role::officer, testing::other_council);
  EXPECT_EQ(other.get(at).status, 404);
  EXPECT_EQ(other.post(at + "/asks", {{"asked", "Ours"}}).status, 404);
}

TEST_F(CoproductionPages, a_wrong_form_loses_nothing) {
  auto officer = site_.browser_as(record::Role::officer);
  const auto answer = officer.post("/co-production", {{"about", "Kept about"},
                                                      {"asked_on-day", "31"},
                                                      {"asked_on-month", "2"},
                                                      {"asked_on-year", "2026"},
                                                      {"people_staff", "lots"}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body,
              AllOf(HasSubstr("Kept about"), HasSubstr("#title"), HasSubstr("#stage"),
                    HasSubstr("#asked_on"), HasSubstr("lots"), HasSubstr("#people_staff")));
  auto unreadable = letters;
  unreadable.emplace_back("decided_on-day", "99");
  EXPECT_EQ(officer.post("/co-production", unreadable).status, 400);
  EXPECT_EQ(officer.get("/co-production/PROJECT-1").status, 404) << "nothing half read is kept";
}

TEST_F(CoproductionPages, a_project_is_stuck_until_somebody_says_how_it_was_freed) {
  auto officer = site_.browser_as(record::Role::officer);
  officer.post("/co-production", letters);
  const std::string at = "/co-production/PROJECT-1";
  EXPECT_EQ(officer.post(at + "/hold-ups", {{"why", "Kept why"}}).status, 400);
  EXPECT_EQ(officer
                .post(at + "/hold-ups", {{"since-day", "6"},
                                         {"since-month", "1"},
                                         {"since-year", "2026"},
                                         {"why", "No budget"},
                                         {"owner", "Commissioning"}})
                .status,
            303);
  EXPECT_THAT(officer.get(at).body, AllOf(HasSubstr("Stuck"), HasSubstr("with Commissioning")));
  EXPECT_EQ(officer
                .post(at + "/releases", {{"freed-day", "8"},
                                         {"freed-month", "1"},
                                         {"freed-year", "2026"},
                                         {"how", "Money was found"}})
                .status,
            303);
  EXPECT_EQ(officer.post(at + "/sources", {{"source", "CASE-9"}}).status, 400);
  EXPECT_EQ(officer.post(at + "/actions", {{"action", "ACTION-9"}}).status, 400);
}

TEST_F(CoproductionPages, names_are_for_those_who_keep_the_list) {
  auto officer = site_.browser_as(record::Role::officer);
  EXPECT_EQ(officer.post("/co-production/groups", {{"name", "Kept"}}).status, 400);
  EXPECT_EQ(officer.post("/co-production/groups", {{"name", "Board"}, {"purpose", "Care"}}).status,
            303);
  const std::string group = "/co-production/groups/GROUP-1";
  EXPECT_EQ(officer.post(group + "/members", {{"name", "Kept Name"}}).status, 400);
  EXPECT_EQ(officer.post(group + "/members", jo).status, 303);
  EXPECT_THAT(officer.get(group).body, HasSubstr("Jo Bloggs"));
  for (const auto role :
       {record::Role::leader, record::Role::member, record::Role::staff, record::Role::assessor}) {
    auto reader = site_.browser_as(role);
    const auto shown = reader.get(group);
    EXPECT_EQ(shown.status, 200);
    EXPECT_THAT(shown.body, AllOf(Not(HasSubstr("Jo Bloggs")), HasSubstr("unpaid carer 1")));
    EXPECT_EQ(reader.get("/co-production/members/MEMBER-1").status, 403);
  }
  EXPECT_EQ(site_.browser_as(record::Role::partner).get("/co-production").status, 403);
  EXPECT_THAT(officer.get("/co-production/members/MEMBER-1").body,
              HasSubstr("value=\"female\" selected"));
  EXPECT_EQ(officer.post("/co-production/members/MEMBER-1/erasure").status, 303);
  EXPECT_THAT(officer.get(group).body,
              AllOf(Not(HasSubstr("Jo Bloggs")), HasSubstr("name erased")));
  EXPECT_THAT(officer.get("/co-production/room?group=GROUP-1").body, HasSubstr("too few"));
  EXPECT_EQ(officer.get("/co-production/room?project=PROJECT-9").status, 404);
}

}  // namespace
}  // namespace throughline::web
