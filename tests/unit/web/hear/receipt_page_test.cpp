#include "hear/answer/follow_up.hpp"
#include "hear/hear.hpp"
#include "publish/publish.hpp"
#include "record/line.hpp"
#include "record/outbox.hpp"
#include "support/web.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class ReceiptPages : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto work = site_.work_as(record::Role::officer);
    site_.database().write([&](store::Writer& writer) {
      hear::NewCase given;
      given.kind = hear::Kind::concern;
      given.words = "Their secret words";
      given.relationship = hear::Relationship::person;
      given.identity.contact = {"", "jo@example.org", "", "", hear::ContactBy::email, true};
      receipt_ = hear::receive(writer, work, given).value().receipt;
      ASSERT_TRUE(
          hear::close(writer, work, "CASE-1", 1, {hear::Outcome::did, "We mended the door."}));
      record::put_node(writer, work.authority_id,
                       {"ACTION-1", "INTERNAL: performance-manage the depot", "2026-03-01", ""});
      record::add_link(writer, work, {"CASE-1", record::Relation::raised, "ACTION-1"});
    });
  }
  http::Response look(testing::Browser& browser) {
    return browser.post("/receipt", {{"receipt", receipt_}});
  }
  testing::TestSite site_;
  std::string receipt_;
};

TEST_F(ReceiptPages, a_change_is_told_in_the_public_words_and_never_by_its_internal_title) {
  auto visitor = site_.browser();
  EXPECT_THAT(look(visitor).body,
              AllOf(HasSubstr("We mended the door."), Not(HasSubstr("INTERNAL")),
                    HasSubstr("We are working on a change")));
  site_.database().write([&](store::Writer& writer) {
    ASSERT_TRUE(publish::word_action(
        writer, site_.work_as(record::Role::officer),
        {"ACTION-1", "Doors stuck for weeks", "A fitter calls in a week", "", true}));
  });
  EXPECT_THAT(look(visitor).body,
              AllOf(HasSubstr("We did: A fitter calls in a week"), Not(HasSubstr("INTERNAL"))));
}

TEST_F(ReceiptPages, one_press_says_whether_it_is_fixed_and_staff_see_it) {
  auto visitor = site_.browser();
  EXPECT_THAT(look(visitor).body, HasSubstr("Is it fixed?"));
  const auto said = visitor.post("/receipt/fixed", {{"receipt", receipt_}, {"fixed", "no"}});
  EXPECT_EQ(said.status, 200);
  EXPECT_THAT(said.body, AllOf(HasSubstr("Not fixed"), HasSubstr("add anything")));
  EXPECT_EQ(
      visitor.post("/receipt/words", {{"receipt", receipt_}, {"words", "It sticks again"}}).status,
      303);
  EXPECT_THAT(look(visitor).body,
              AllOf(HasSubstr("You told us: Not fixed"), Not(HasSubstr("sticks again"))));
  EXPECT_EQ(visitor.post("/receipt/fixed", {{"receipt", receipt_}, {"fixed", "maybe"}}).status,
            400);
  EXPECT_EQ(visitor.post("/receipt/fixed", {{"receipt", "AAAA"}, {"fixed", "no"}}).status, 400);

  auto officer = site_.browser_as(record::Role::officer);
  EXPECT_THAT(officer.get("/home").body, HasSubstr("1 person says that it is not fixed"));
  EXPECT_THAT(officer.get("/cases/CASE-1").body,
              AllOf(HasSubstr("FOLLOWUP-1"), HasSubstr("It sticks again"),
                    HasSubstr("no mail server has been set up")));
  EXPECT_THAT(officer.get("/follow-ups?waiting=yes").body, HasSubstr("/follow-ups/FOLLOWUP-1"));
  EXPECT_THAT(officer.get("/follow-ups/FOLLOWUP-1").body, HasSubstr("Open the case again"));
  EXPECT_EQ(testing::header(officer.post("/follow-ups/FOLLOWUP-1/reopening"), "Location"),
            "/cases/CASE-1");
  EXPECT_THAT(look(visitor).body, Not(HasSubstr("Is it fixed?")));
  auto other = site_.browser_as(record::Role::officer, testing::other_council);
  EXPECT_EQ(other.get("/follow-ups/FOLLOWUP-1").status, 404);
}

TEST_F(ReceiptPages, words_that_are_too_long_are_kept_to_be_shortened) {
  auto visitor = site_.browser();
  static_cast<void>(look(visitor));
  visitor.post("/receipt/fixed", {{"receipt", receipt_}, {"fixed", "yes"}});
  const auto refused =
      visitor.post("/receipt/words", {{"receipt", receipt_}, {"words", std::string(2001, 'x')}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body,
              AllOf(HasSubstr("2,000 characters"), HasSubstr(std::string(2001, 'x'))));
}

TEST_F(ReceiptPages, the_queue_of_mail_shows_no_address) {
  auto officer = site_.browser_as(record::Role::officer);
  EXPECT_THAT(officer.get("/mail").body,
              AllOf(HasSubstr("CASE-1"), HasSubstr("No mail server"), Not(HasSubstr("jo@"))));
  site_.database().write([&](store::Writer& writer) {
    const auto work = site_.work_as(record::Role::officer);
    const auto mail = record::mail_about(writer, work.authority_id, "CASE-1").front();
    record::note_mail_failed(writer, work, mail, "The mail server refused the address (550)",
                             record::MailFailure::for_good);
  });
  EXPECT_THAT(officer.get("/mail").body, HasSubstr("Try again"));
  EXPECT_EQ(officer.post("/mail/1/retry").status, 303);
  EXPECT_EQ(officer.post("/mail/1/retry").status, 409);
  EXPECT_EQ(officer.post("/mail/77/retry").status, 404);
}

}  // namespace
}  // namespace throughline::web
