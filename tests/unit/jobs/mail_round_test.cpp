#include "jobs/mail_round.hpp"

#include "hear/hear.hpp"
#include "jobs/worker.hpp"
#include "record/event.hpp"
#include "support/two_councils.hpp"
#include "unit/jobs/smtp_sink.hpp"

#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::jobs {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class MailRoundStore : public throughline::testing::TwoCouncils {
 protected:
  hear::Received closed_case(hear::ContactBy by = hear::ContactBy::email) {
    hear::NewCase given;
    given.kind = hear::Kind::concern;
    given.words = "The lift at number nine is broken";
    given.relationship = hear::Relationship::person;
    given.identity.contact = {"Jo Bloggs", "jo@example.org",           "01632 960 001", "",
                              by,          by != hear::ContactBy::none};
    return database().write([&](store::Writer& writer) {
      const auto received = hear::receive(writer, work(), given).value();
      EXPECT_TRUE(hear::close(writer, work(), received.ref, 1,
                              {hear::Outcome::did, "We had the lift mended."}));
      return received;
    });
  }
  MailRound round(base::Instant now = throughline::testing::test_instant()) {
    SmtpSender sender({sink_.url(), "", "", "feedback@council.example"}, std::chrono::seconds{5});
    const base::FixedClock clock(now);
    return send_due_mail(database(), clock, random_, sender, "https://feedback.example");
  }
  record::QueuedMail mail_of(const std::string& ref) {
    return database().read([&](store::Reader& reader) {
      return record::mail_about(reader, "aldermere", ref).front();
    });
  }
  std::size_t mails_of(const std::string& ref) {
    return database().read(
        [&](store::Reader& reader) { return record::mail_about(reader, "aldermere", ref).size(); });
  }

  testing::SmtpSink sink_;
  base::SeededRandom random_{3};
};
ON_BOTH_DATABASES(MailRoundStore);

TEST_P(MailRoundStore, sends_the_answer_and_the_reference_and_nothing_else_of_the_case) {
  const auto received = closed_case();
  EXPECT_EQ(round().sent, 1);
  const auto taken = sink_.taken();
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken.front().to, "jo@example.org");
  EXPECT_THAT(taken.front().text(),
              AllOf(HasSubstr("We had the lift mended."), HasSubstr(received.receipt),
                    HasSubstr("https://feedback.example/receipt"), Not(HasSubstr("number nine")),
                    Not(HasSubstr("Bloggs")), Not(HasSubstr(received.ref + " "))));
  EXPECT_EQ(mail_of(received.ref).state, record::MailState::sent);
  EXPECT_EQ(round().sent, 0) << "once is enough";
  const auto events = database().read(
      [&](store::Reader& reader) { return record::history(reader, "aldermere", received.ref); });
  EXPECT_EQ(events.back().verb, "sent by email");
}

TEST_P(MailRoundStore, writes_only_to_those_who_asked_to_be_answered_by_email) {
  EXPECT_EQ(mails_of(closed_case(hear::ContactBy::phone).ref), 0U);
  EXPECT_EQ(mails_of(closed_case(hear::ContactBy::none).ref), 0U);
}

TEST_P(MailRoundStore, waits_longer_after_each_try_and_then_gives_up) {
  const auto received = closed_case();
  sink_.answer_addresses_with("450 later");
  auto now = throughline::testing::test_instant();
  for (std::int64_t attempt = 1; attempt < record::most_mail_attempts; ++attempt) {
    EXPECT_EQ(round(now).failed, 1);
    EXPECT_EQ(mail_of(received.ref).attempts, attempt);
    EXPECT_EQ(round(now).failed, 0) << "not before its time";
    now += record::mail_delay(attempt);
  }
  EXPECT_EQ(round(now).failed, 1);
  EXPECT_EQ(mail_of(received.ref).state, record::MailState::given_up);

  sink_.answer_addresses_with("250 fine");
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(record::retry_mail(writer, work(), mail_of(received.ref).number));
    EXPECT_FALSE(record::retry_mail(writer, other_work(), 1));
  });
  EXPECT_EQ(round(now).sent, 1);
}

TEST_P(MailRoundStore, sends_nothing_about_a_case_that_was_opened_again_or_a_person_who_is_gone) {
  const auto reopened = closed_case();
  const auto erased = closed_case();
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(hear::reopen(writer, work(), reopened.ref, 2, "More came to light"));
    writer.execute("delete from case_contacts where authority_id = $1 and case_ref = $2",
                   {"aldermere", erased.ref});
  });
  const auto done = round();
  EXPECT_EQ(done.sent, 0);
  EXPECT_EQ(done.withdrawn, 1);
  EXPECT_EQ(mail_of(reopened.ref).state, record::MailState::withdrawn);
  EXPECT_TRUE(sink_.taken().empty());
}

TEST_P(MailRoundStore, a_mail_whose_sender_died_is_taken_again_after_its_lease) {
  closed_case();
  const auto now = throughline::testing::test_instant();
  const auto take = [&](base::Instant at) {
    return database().write(
        [&](store::Writer& writer) { return record::take_due_mail(writer, "aldermere", at); });
  };
  EXPECT_TRUE(take(now));
  EXPECT_FALSE(take(now));
  EXPECT_TRUE(take(now + record::mail_lease));
}

TEST(Worker, goes_on_after_a_round_that_broke) {
  std::promise<void> third;
  int rounds = 0;
  {
    const Worker worker("test", std::chrono::milliseconds{1}, [&](const auto&) {
      if (++rounds == 3) third.set_value();
      throw std::runtime_error("broken on purpose");
    });
    EXPECT_EQ(third.get_future().wait_for(std::chrono::seconds{10}), std::future_status::ready);
  }
  EXPECT_GE(rounds, 3);
}

}  // namespace
}  // namespace throughline::jobs
