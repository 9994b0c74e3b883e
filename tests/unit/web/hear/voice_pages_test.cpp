// Ideas, concerns, compliments and points, as the people who use them see them.

#include "hear/hear.hpp"
#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using record::Role;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class VoicePages : public ::testing::Test {
 protected:
  std::string praise() {
    const auto work = site_.work_as(Role::officer);
    return site_.database().write([&](store::Writer& writer) {
      hear::NewCase given;
      given.kind = hear::Kind::compliment;
      given.words = "Grace was so kind to mum";
      given.relationship = hear::Relationship::family;
      return hear::receive(writer, work, given).value().ref;
    });
  }
  testing::TestSite site_;
};

TEST_F(VoicePages, staff_raise_in_confidence_and_read_the_reply_and_only_a_lead_sees_who) {
  auto staff = site_.browser_as(Role::staff);
  EXPECT_EQ(staff.post("/ideas", {{"words", "Kept words"}}).status, 400);
  EXPECT_THAT(staff.post("/ideas", {{"words", "Kept words"}}).body,
              AllOf(HasSubstr("#sort"), HasSubstr("Kept words")));
  const auto raised =
      staff.post("/ideas", {{"sort", "gap"}, {"words", "No alarm at night"}, {"named", "no"}});
  EXPECT_EQ(testing::header(raised, "Location"), "/ideas/CASE-1");
  EXPECT_THAT(staff.get("/ideas").body, HasSubstr("/ideas/CASE-1"));

  auto officer = site_.browser_as(Role::officer);
  const auto seen = officer.get("/ideas/CASE-1").body;
  const auto name = site_.work_as(Role::staff).actor.name;
  EXPECT_THAT(seen, AllOf(HasSubstr("Raised in confidence"), Not(HasSubstr(name)),
                          Not(HasSubstr("Show who raised it"))));
  EXPECT_THAT(officer.get("/cases/CASE-1").body, Not(HasSubstr(name)));
  EXPECT_EQ(officer.post("/ideas/CASE-1/raiser", {{"reason", "x"}}).status, 403);
  auto lead = site_.browser_as(Role::lead);
  EXPECT_EQ(lead.post("/ideas/CASE-1/raiser").status, 400);
  EXPECT_THAT(lead.post("/ideas/CASE-1/raiser", {{"reason", "Danger"}}).body, HasSubstr(name));

  EXPECT_THAT(officer.post("/ideas/CASE-1/reply", {{"version", "1"}, {"answer", "Kept"}}).body,
              AllOf(HasSubstr("#outcome"), HasSubstr("Kept")));
  EXPECT_EQ(officer
                .post("/ideas/CASE-1/reply",
                      {{"version", "1"}, {"outcome", "did"}, {"answer", "Alarms for all."}})
                .status,
            303);
  EXPECT_THAT(staff.get("/ideas/CASE-1").body, HasSubstr("Alarms for all."));
  EXPECT_EQ(staff.post("/ideas/CASE-1/listened", {{"listened", "yes"}}).status, 303);
  EXPECT_THAT(officer.get("/ideas/CASE-1").body, HasSubstr("They feel listened to"));
  EXPECT_EQ(officer.post("/ideas/CASE-1/listened", {{"listened", "no"}}).status, 404);
}

TEST_F(VoicePages, staff_do_not_see_what_others_raised_or_logged) {
  auto officer = site_.browser_as(Role::officer);
  officer.post("/ideas", {{"sort", "idea"}, {"words", "w"}});
  officer.post("/concerns", {{"words", "w"}, {"relationship", "person"}});
  auto staff = site_.browser_as(Role::staff);
  EXPECT_EQ(staff.get("/ideas/CASE-1").status, 404);
  EXPECT_EQ(staff.get("/concerns/CASE-2").status, 404);
  EXPECT_EQ(staff.post("/concerns/CASE-2/resolution", {{"resolved", "x"}}).status, 404);
  EXPECT_THAT(staff.get("/ideas").body, Not(HasSubstr("CASE-1")));
  auto other = site_.browser_as(Role::lead, testing::other_council);
  EXPECT_EQ(other.get("/ideas/CASE-1").status, 404);
  EXPECT_EQ(other.get("/concerns/CASE-2").status, 404);
}

TEST_F(VoicePages, leaders_are_told_of_a_reply_that_is_overdue) {
  auto staff = site_.browser_as(Role::staff);
  staff.post("/ideas", {{"sort", "idea"}, {"words", "w"}});
  site_.clock().set(testing::test_instant() + std::chrono::hours{24 * 30});
  auto leader = site_.browser_as(Role::leader);
  EXPECT_THAT(leader.get("/home").body, HasSubstr("1 reply to staff overdue"));
  EXPECT_THAT(leader.get("/ideas?state=overdue").body, HasSubstr("Overdue"));
  auto lead = site_.browser_as(Role::lead);
  EXPECT_EQ(lead.post("/ideas/days", {{"days", "none"}}).status, 400);
  EXPECT_EQ(lead.post("/ideas/days", {{"days", "5"}}).status, 303);
  EXPECT_THAT(lead.get("/ideas").body, HasSubstr("within 5 working days"));
}

TEST_F(VoicePages, a_concern_is_logged_resolved_or_made_a_complaint) {
  auto staff = site_.browser_as(Role::staff);
  EXPECT_THAT(staff.post("/concerns", {{"resolved", "Kept"}}).body,
              AllOf(HasSubstr("#words"), HasSubstr("Kept")));
  const auto logged = staff.post("/concerns", {{"words", "Bus too early"},
                                               {"relationship", "person"},
                                               {"name", "Jo"},
                                               {"phone", "01632 960 001"}});
  EXPECT_EQ(testing::header(logged, "Location"), "/concerns/CASE-1");
  EXPECT_THAT(staff.get("/concerns/CASE-1").body,
              AllOf(HasSubstr("Bus too early"), Not(HasSubstr("960 001"))));
  EXPECT_EQ(staff.post("/concerns/CASE-1/resolution").status, 400);
  EXPECT_EQ(staff.post("/concerns/CASE-1/resolution", {{"resolved", "Driver told"}}).status, 303);
  EXPECT_EQ(staff.post("/concerns/CASE-1/complaint").status, 400);
  EXPECT_EQ(staff.post("/concerns/CASE-1/complaint", {{"wish", "yes"}}).status, 303);
  EXPECT_THAT(staff.get("/concerns/CASE-1").body, HasSubstr("Now a complaint"));
  EXPECT_THAT(staff.get("/concerns").body, HasSubstr("Now a complaint"));
}

TEST_F(VoicePages, a_compliment_is_passed_on_and_leaders_see_it_without_the_name) {
  const auto ref = praise();
  auto officer = site_.browser_as(Role::officer);
  auto leader = site_.browser_as(Role::leader);
  EXPECT_EQ(leader.get("/compliments/" + ref).status, 404) << "not passed up";
  EXPECT_EQ(
      officer.post("/compliments/" + ref + "/acknowledgement", {{"answer", "Thank you"}}).status,
      303);
  const auto staff_ref = site_.user_of(Role::staff);
  EXPECT_EQ(officer.post("/compliments/" + ref + "/workers", {{"user", staff_ref}}).status, 303);
  EXPECT_EQ(officer.post("/compliments/" + ref + "/workers/1/thanks").status, 400);
  EXPECT_EQ(officer.post("/compliments/" + ref + "/workers/1/thanks", {{"how", "meeting"}}).status,
            303);
  EXPECT_EQ(officer.post("/compliments/" + ref + "/passing-up").status, 303);
  const auto name = site_.work_as(Role::staff).actor.name;
  EXPECT_THAT(leader.get("/compliments/" + ref).body,
              AllOf(HasSubstr("so kind to mum"), Not(HasSubstr(name))));
  auto staff = site_.browser_as(Role::staff);
  EXPECT_THAT(staff.get("/thanks").body, HasSubstr("so kind to mum"));

  auto lead = site_.browser_as(Role::lead);
  EXPECT_EQ(officer.post("/compliments/" + ref + "/sharing", {{"public_words", "Kind"}}).status,
            403);
  EXPECT_EQ(lead.post("/compliments/" + ref + "/sharing", {{"public_words", ""}}).status, 400);
  EXPECT_EQ(
      lead.post("/compliments/" + ref + "/sharing", {{"public_words", "Sat with her."}}).status,
      303);
  auto visitor = site_.browser();
  EXPECT_THAT(visitor.get("/good-practice").body,
              AllOf(HasSubstr("Sat with her."), Not(HasSubstr("so kind to mum"))));
}

TEST_F(VoicePages, a_point_asks_on_a_phone_and_on_a_kiosk_that_keeps_nothing) {
  auto lead = site_.browser_as(Role::lead);
  EXPECT_EQ(lead.post("/points", {{"name", ""}}).status, 400);
  EXPECT_EQ(testing::header(lead.post("/points", {{"name", "Front desk"}}), "Location"),
            "/points/POINT-1");
  const auto shown = lead.get("/points/POINT-1").body;
  EXPECT_THAT(shown, AllOf(HasSubstr("<svg"), HasSubstr("/kiosk/")));
  const auto at = shown.find("/kiosk/");
  const auto code = shown.substr(at + 7, 6);
  EXPECT_EQ(lead.get("/points/POINT-1/qr.svg").content_type, "image/svg+xml");

  auto visitor = site_.browser();
  EXPECT_THAT(visitor.get("/at/" + code).body,
              AllOf(HasSubstr("How was it today?"), HasSubstr("Very good")));
  EXPECT_THAT(visitor.post("/at/" + code, {{"words", "Kept"}}).body,
              AllOf(HasSubstr("Choose a face"), HasSubstr("Kept")));
  const auto sent = visitor.post("/at/" + code, {{"face", "5"}, {"words", "Lovely lunch"}});
  EXPECT_THAT(visitor.follow(sent).body, HasSubstr("Your reference is "));

  auto kiosk = site_.browser();
  EXPECT_THAT(kiosk.get("/kiosk/" + code).body, Not(HasSubstr("Staff sign in")));
  const auto pressed = kiosk.post("/kiosk/" + code, {{"face", "1"}, {"words", "No seats"}});
  const auto thanks = kiosk.follow(pressed);
  EXPECT_THAT(thanks.body, Not(HasSubstr("Your reference is ")));
  EXPECT_EQ(testing::header(thanks, "Refresh"), "10; url=/kiosk/" + code);
  EXPECT_THAT(kiosk.get("/kiosk/" + code).body, Not(HasSubstr("No seats")));

  EXPECT_THAT(lead.get("/wall").body,
              AllOf(HasSubstr("Concern"), Not(HasSubstr("No seats")), Not(HasSubstr("lunch"))));
  const auto events = lead.get("/wall/events");
  EXPECT_EQ(events.content_type, "text/event-stream");
  std::string piece;
  EXPECT_TRUE(events.more(piece));
  EXPECT_THAT(piece, AllOf(StartsWith("event: lines\ndata: [{"), HasSubstr("Concern"),
                           Not(HasSubstr("No seats")), Not(HasSubstr("lunch"))));
  const auto told = piece.size();
  EXPECT_TRUE(events.more(piece));
  EXPECT_EQ(piece.size(), told);  // nothing new
  visitor.post("/at/" + code, {{"face", "3"}});
  EXPECT_TRUE(events.more(piece));
  EXPECT_GT(piece.size(), told);
  EXPECT_EQ(lead.post("/points/POINT-1/asking", {{"asks", "no"}}).status, 303);
  EXPECT_EQ(visitor.get("/at/" + code).status, 410);
  EXPECT_EQ(visitor.get("/at/zzzzzz").status, 404);
  EXPECT_EQ(visitor.get("/manifest.webmanifest").content_type, "application/manifest+json");
}

TEST_F(VoicePages, presses_faster_than_people_are_slowed_down_and_lose_nothing) {
  auto lead = site_.browser_as(Role::lead);
  lead.post("/points", {{"name", "Stall"}});
  const auto shown = lead.get("/points/POINT-1").body;
  const auto code = shown.substr(shown.find("/kiosk/") + 7, 6);
  auto visitor = site_.browser();
  int taken = 0;
  http::Response last;
  for (int press = 0; press < 70; ++press) {
    last = visitor.post("/at/" + code, {{"face", "4"}, {"words", press == 69 ? "Kept words" : ""}});
    if (last.status == 303) ++taken;
  }
  EXPECT_EQ(taken, 60);
  EXPECT_EQ(last.status, 429);
  EXPECT_THAT(last.body, AllOf(HasSubstr("Wait a minute"), HasSubstr("Kept words")));
  site_.clock().set(testing::test_instant() + std::chrono::minutes{1});
  EXPECT_EQ(visitor.post("/at/" + code, {{"face", "4"}}).status, 303);
}

}  // namespace
}  // namespace throughline::web
