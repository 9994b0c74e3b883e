#include "hear/answer/follow_up.hpp"

#include "hear/hear.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "support/two_councils.hpp"

#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

class FollowUpStore : public testing::TwoCouncils {
 protected:
  Received answered() {
    NewCase given;
    given.kind = Kind::concern;
    given.words = "The ramp is too steep";
    given.relationship = Relationship::person;
    return database().write([&](store::Writer& writer) {
      auto received = receive(writer, work(), given).value();
      EXPECT_TRUE(close(writer, work(), received.ref, 1, {Outcome::did, "We built a new ramp."}));
      return received;
    });
  }
  base::Result<std::string> say(const std::string& receipt, Fixed fixed) {
    return database().write(
        [&](store::Writer& writer) { return say_whether_fixed(writer, work(), receipt, fixed); });
  }
  std::int64_t waiting() {
    return database().read([&](store::Reader& reader) {
      FollowUpFilter filter;
      filter.waiting = true;
      return count_follow_ups(reader, "aldermere", filter);
    });
  }
};
ON_BOTH_DATABASES(FollowUpStore);

TEST_P(FollowUpStore, joins_what_the_person_says_to_the_case_and_keeps_words_out_of_the_history) {
  const auto received = answered();
  const auto ref = say(received.receipt, Fixed::partly).value();
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(add_follow_up_words(writer, work(), received.receipt, "Still slippery, says Ann"));
  });
  database().read([&](store::Reader& reader) {
    const auto said = find_follow_up(reader, "aldermere", ref);
    EXPECT_EQ(said->words, "Still slippery, says Ann");
    EXPECT_EQ(title(*said), "Partly fixed, the person says, 2 March 2026");
    const auto links = record::links_from(reader, "aldermere", received.ref);
    ASSERT_EQ(links.size(), 1U);
    EXPECT_EQ(links.front().to, ref);
    for (const auto& event : record::history(reader, "aldermere", received.ref)) {
      EXPECT_EQ(event.reason.find("slippery"), std::string::npos);
      for (const auto& [name, value] : event.details) {
        EXPECT_EQ(value.find("slippery"), std::string::npos);
      }
    }
    EXPECT_FALSE(find_follow_up(reader, "brackwater", ref));
  });
}

TEST_P(FollowUpStore, changes_its_mind_without_becoming_two_voices) {
  const auto received = answered();
  const auto first = say(received.receipt, Fixed::no).value();
  EXPECT_EQ(say(received.receipt, Fixed::yes).value(), first);
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(follow_ups_of(reader, "aldermere", received.ref).size(), 1U);
    const auto months = fixed_by_month(reader, "aldermere", work().today(), work().today());
    ASSERT_EQ(months.size(), 1U);
    EXPECT_EQ(months.front().yes, 1);
    EXPECT_EQ(months.front().all(), 1);
  });
}

TEST_P(FollowUpStore, is_asked_for_only_when_there_is_an_answer) {
  const auto received = answered();
  EXPECT_EQ(say("AAAA-AAAA-AAAA-AAAA", Fixed::yes).error().kind, base::ErrorKind::not_found);
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(reopen(writer, work(), received.ref, 2, "More came to light"));
  });
  EXPECT_EQ(say(received.receipt, Fixed::yes).error().kind, base::ErrorKind::conflict);
}

TEST_P(FollowUpStore, waits_for_an_officer_who_opens_the_case_again_or_leaves_it_closed) {
  const auto one = answered();
  const auto other = answered();
  const auto ref = say(one.receipt, Fixed::no).value();
  const auto left = say(other.receipt, Fixed::partly).value();
  EXPECT_EQ(waiting(), 2);
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(reopen_from_follow_up(writer, work(), ref));
    ASSERT_TRUE(note_follow_up_read(writer, work(), left));
    EXPECT_FALSE(note_follow_up_read(writer, work(), left));
  });
  EXPECT_EQ(waiting(), 0);
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(find_case(reader, "aldermere", one.ref)->status, Status::looking_into);
    EXPECT_FALSE(find_follow_up(reader, "aldermere", ref)->stands);
  });
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(close(writer, work(), one.ref, 3, {Outcome::did, "Now it is level."}));
  });
  EXPECT_NE(say(one.receipt, Fixed::yes).value(), ref) << "a new answer is asked about anew";
}

}  // namespace
}  // namespace throughline::hear
