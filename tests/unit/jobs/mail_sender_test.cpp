#include "jobs/mail_sender.hpp"

#include "support/databases.hpp"
#include "unit/jobs/smtp_sink.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::jobs {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const record::MailText mail{"jo@example.org", "Our answer – to you",
                            "Hello,\n\nWe fixed the lift.\n.\nÊtre là\n"};

std::optional<SendFailure> send(const std::string& url, const record::MailText& what) {
  SmtpSender sender({url, "", "", "feedback@council.example"}, std::chrono::seconds{5});
  return sender.send(what, "Aldermere Borough Council", "aldermere.1",
                     throughline::testing::test_instant());
}

TEST(SmtpSender, hands_over_words_that_arrive_as_they_were_written) {
  testing::SmtpSink sink;
  EXPECT_FALSE(send(sink.url(), mail));
  const auto taken = sink.taken();
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken.front().from, "feedback@council.example");
  EXPECT_EQ(taken.front().to, "jo@example.org");
  EXPECT_THAT(taken.front().data,
              AllOf(HasSubstr("From: \"Aldermere Borough Council\" <feedback@council.example>\r\n"),
                    HasSubstr("Subject: =?UTF-8?B?"), HasSubstr("Date: Mon, 2 Mar 2026 09:30:00"),
                    HasSubstr("Message-ID: <aldermere.1@council.example>")));
  EXPECT_THAT(taken.front().text(), HasSubstr("We fixed the lift.\n.\nÊtre là\n"));
}

TEST(SmtpSender, gives_up_on_an_address_that_the_server_will_never_take) {
  testing::SmtpSink sink;
  sink.answer_addresses_with("550 no such user jo@example.org");
  const auto failed = send(sink.url(), mail);
  ASSERT_TRUE(failed);
  EXPECT_EQ(failed->failure, record::MailFailure::for_good);
  EXPECT_THAT(failed->problem, AllOf(HasSubstr("550"), Not(HasSubstr("jo@"))));
}

TEST(SmtpSender, tries_again_when_the_server_is_busy_or_away) {
  testing::SmtpSink sink;
  sink.answer_addresses_with("450 come back later");
  EXPECT_EQ(send(sink.url(), mail)->failure, record::MailFailure::for_now);
  EXPECT_EQ(send("smtp://127.0.0.1:1", mail)->failure, record::MailFailure::for_now);
}

TEST(SmtpSender, never_lets_an_address_add_a_line_or_a_second_address) {
  testing::SmtpSink sink;
  for (const auto* to : {"jo@example.org\r\nBcc: all@example.org", "a@b.example,c@d.example",
                         "a@b.example> RCPT TO:<c@d.example"}) {
    EXPECT_EQ(send(sink.url(), {to, "s", "b"})->failure, record::MailFailure::for_good);
  }
  EXPECT_TRUE(sink.taken().empty());
}

TEST(SmtpSender, knows_settings_that_cannot_work) {
  EXPECT_TRUE(problem_of({"http://mail.example", "", "", "a@b.example"}));
  EXPECT_TRUE(problem_of({"smtp://", "", "", "a@b.example"}));
  EXPECT_TRUE(problem_of({"smtp://mail.example", "", "", "nobody"}));
  EXPECT_FALSE(problem_of({"smtp://mail.example:587", "", "", "a@b.example"}));
}

TEST(MailHeaderText, encodes_a_long_name_between_its_letters) {
  EXPECT_EQ(mail_header_text("Plain"), "Plain");
  const auto encoded = mail_header_text(std::string(40, 'a') + "–" + std::string(40, 'b'));
  EXPECT_THAT(encoded, AllOf(HasSubstr("?= =?UTF-8?B?"), Not(HasSubstr("\n"))));
}

}  // namespace
}  // namespace throughline::jobs
