#include "hear/letter/complaint_step.hpp"

#include "hear/complaint/complaint.hpp"
#include "hear/hear.hpp"
#include "support/two_councils.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear::letter {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class ComplaintStep : public testing::TwoCouncils {
 protected:
  template <typename Verb>
  auto write(Verb&& verb) {
    return database().write([&](store::Writer& writer) { return verb(writer); });
  }
  void SetUp() override {
    TwoCouncils::SetUp();
    NewCase given;
    given.kind = hear::Kind::complaint;
    given.words = "Nobody rang back.";
    given.relationship = Relationship::person;
    given.identity.contact = {"Joan Hill", "", "", "3 Mill Lane", ContactBy::post, true};
    case_ref_ = write([&](store::Writer& writer) { return receive(writer, work(), given); })->ref;
  }
  Complaint complaint() {
    return database().read(
        [&](store::Reader& reader) { return *find_complaint(reader, "aldermere", case_ref_); });
  }
  std::int64_t version_in(store::Reader& reader) {
    return find_complaint(reader, "aldermere", case_ref_)->version;
  }
  // A letter of a kind in which nothing is left to enter.
  Letter finished(Kind kind) {
    NewLetter given;
    given.kind = kind;
    given.with_identity = true;
    given.extension_reason = "The manager is away.";
    given.extended_to = base::add_days(work().today(), 40);
    auto made = write(
        [&](store::Writer& writer) { return draft_letter(writer, work(), case_ref_, given); });
    return write([&](store::Writer& writer) {
             return change_letter(writer, work(), made->ref, made->version,
                                  {made->recipient, "Dear Joan Hill"});
           })
        .value();
  }
  base::Result<Letter> send(const Letter& letter, const Sending& sending) {
    return write([&](store::Writer& writer) {
      return send_letter(writer, work(), letter.ref, letter.version, sending);
    });
  }
  Sending by_post() {
    Sending sending;
    sending.by = SentBy::post;
    sending.on = work().today();
    return sending;
  }
  void acknowledge_it() {
    auto sending = by_post();
    sending.complexity = Complexity::simple;
    ASSERT_TRUE(send(finished(Kind::acknowledgement), sending));
  }
  void plan_it() {
    ASSERT_TRUE(write([&](store::Writer& writer) {
      const auto today = work().today();
      return agree_plan(writer, work(), case_ref_, version_in(writer),
                        {today, true, "The calls", "By asking", base::add_days(today, 20), ""});
    }));
  }
  std::string case_ref_;
};
ON_BOTH_DATABASES(ComplaintStep);

TEST_P(ComplaintStep, of_an_acknowledgement_stops_the_first_clock) {
  const auto letter = finished(Kind::acknowledgement);
  const auto refused = send(letter, by_post());
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().problems, Contains(Field(&base::Problem::field, "complexity")));
  EXPECT_FALSE(complaint().acknowledged);
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(find_letter(reader, "aldermere", letter.ref)->state, State::draft);
  });
  auto sending = by_post();
  sending.complexity = Complexity::simple;
  ASSERT_TRUE(send(letter, sending));
  EXPECT_EQ(complaint().acknowledged, work().today());
  EXPECT_EQ(complaint().acknowledged_by_means, Means::letter);
  const auto again = finished(Kind::acknowledgement);
  EXPECT_TRUE(send(again, by_post())) << "a second one is only a letter";
}

TEST_P(ComplaintStep, of_a_longer_time_changes_the_plan_with_the_reason_of_the_letter) {
  acknowledge_it();
  auto sending = by_post();
  sending.agreed = true;
  const auto letter = finished(Kind::extension);
  EXPECT_THAT(send(letter, sending).error().problems.front().message,
              HasSubstr("Record the plan of this complaint first"));
  plan_it();
  EXPECT_THAT(send(letter, by_post()).error().problems,
              Contains(Field(&base::Problem::field, "agreed")));
  ASSERT_TRUE(send(letter, sending));
  EXPECT_EQ(complaint().respond_by, base::add_days(work().today(), 40));
  database().read([&](store::Reader& reader) {
    const auto plans = plans_of(reader, "aldermere", case_ref_);
    ASSERT_THAT(plans, SizeIs(2));
    EXPECT_EQ(plans.back().reason, "The manager is away.");
    EXPECT_EQ(plans.back().what, "The calls");
  });
}

TEST_P(ComplaintStep, of_a_response_answers_the_complaint) {
  acknowledge_it();
  plan_it();
  const auto letter = finished(Kind::response);
  EXPECT_THAT(send(letter, by_post()).error().problems, SizeIs(2));
  auto sending = by_post();
  sending.summary = "We apologised and now ring back.";
  sending.says_how_considered = sending.says_what_is_done = sending.says_ombudsman = true;
  ASSERT_TRUE(send(letter, sending));
  EXPECT_EQ(complaint().responded, work().today());
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(responses_of(reader, "aldermere", case_ref_).back().summary, sending.summary);
  });
}

TEST_P(ComplaintStep, fills_a_letter_with_what_the_complaint_knows) {
  acknowledge_it();
  plan_it();
  write([&](store::Writer& writer) {
    EXPECT_TRUE(add_complaint_point(writer, work(), case_ref_, version_in(writer),
                                    "Calls were not returned"));
    return 0;
  });
  write([&](store::Writer& writer) {
    EXPECT_TRUE(change_point(
        writer, work(), case_ref_, version_in(writer), 1,
        {"Calls were not returned", Finding::upheld, "The log shows it.", {Remedy::apology}, ""}));
    return 0;
  });
  NewLetter given;
  given.kind = Kind::response;
  const auto letter =
      write([&](store::Writer& writer) { return draft_letter(writer, work(), case_ref_, given); });
  ASSERT_TRUE(letter);
  EXPECT_THAT(letter->body, HasSubstr("1. Calls were not returned: upheld. The log shows it."));
  EXPECT_THAT(letter->body, HasSubstr("- " + std::string(label(Remedy::apology))));
  EXPECT_THAT(letter->body, Not(HasSubstr("[enter what we")));
}

}  // namespace
}  // namespace throughline::hear::letter
