#include "record/event.hpp"

#include "base/random.hpp"
#include "record/event_hash.hpp"
#include "support/two_councils.hpp"

#include <gtest/gtest.h>

namespace throughline::record {
namespace {

TEST(EventHash, is_over_every_column_with_its_length) {
  const StoredEvent event{
      "aldermere", 7,      "2026-03-02T09:30:00.000Z", "USER-1", "Zoë", "CASE-1",
      "closed",    "Done", "{\"status\":\"closed\"}",  "00"};
  EXPECT_EQ(canonical_text(event),
            "authority:9:aldermere\nsequence:1:7\nat:24:2026-03-02T09:30:00.000Z\n"
            "actor_ref:6:USER-1\nactor_name:4:Zoë\nsubject:6:CASE-1\nverb:6:closed\n"
            "reason:4:Done\ndetails:19:{\"status\":\"closed\"}\nprevious_hash:2:00\n");
  EXPECT_EQ(event_hash(event), base::sha256_hex(canonical_text(event)));
}

TEST(EventDetails, keep_their_order_and_words) {
  const Details details{{"status", "open to closed"}, {"a\"b", "line\nend 🎉"}};
  EXPECT_EQ(details_from_json(details_json(details)), details);
  EXPECT_EQ(details_json({}), "{}");
}

class EventStore : public testing::TwoCouncils {
 protected:
  void append(const Work& by, const std::string& subject, const std::string& verb) {
    database().write([&](store::Writer& writer) {
      append_event(writer, by, subject, verb, {{"status", "open"}}, "because");
    });
  }
  std::vector<Event> events(const std::string& authority_id, const std::string& subject) {
    return database().read(
        [&](store::Reader& reader) { return history(reader, authority_id, subject); });
  }
};
ON_BOTH_DATABASES(EventStore);

TEST_P(EventStore, says_who_when_what_and_why) {
  append(work(), "CASE-1", "received");
  const auto found = events("aldermere", "CASE-1");
  ASSERT_EQ(found.size(), 1U);
  const Event& event = found.front();
  EXPECT_EQ(event.sequence, 1);
  EXPECT_EQ(event.at, "2026-03-02T09:30:00.000Z");
  EXPECT_EQ(event.actor_ref, "USER-1");
  EXPECT_EQ(event.actor_name, "Priya Nair");
  EXPECT_EQ(event.verb, "received");
  EXPECT_EQ(event.reason, "because");
  EXPECT_EQ(event.details, (Details{{"status", "open"}}));
  EXPECT_EQ(event.previous_hash, std::string(64, '0'));
}

TEST_P(EventStore, chains_each_council_by_itself) {
  append(work(), "CASE-1", "received");
  append(other_work(), "CASE-1", "received");
  append(work(), "CASE-2", "received");
  append(work(), "CASE-1", "closed");
  const auto own = events("aldermere", "CASE-1");
  ASSERT_EQ(own.size(), 2U);
  EXPECT_EQ(own[1].sequence, 3);
  EXPECT_EQ(own[1].previous_hash, events("aldermere", "CASE-2").front().hash);
  ASSERT_EQ(events("brackwater", "CASE-1").size(), 1U);
  EXPECT_EQ(events("brackwater", "CASE-1").front().sequence, 1);
}

TEST_P(EventStore, is_gone_with_the_change_that_was_refused) {
  const auto outcome = database().write([&](store::Writer& writer) -> base::Result<int> {
    append_event(writer, work(), "CASE-1", "received");
    return base::refuse(base::ErrorKind::conflict, "No");
  });
  EXPECT_FALSE(outcome.has_value());
  append(work(), "CASE-1", "received");
  EXPECT_EQ(events("aldermere", "CASE-1").front().sequence, 1);
}

TEST_P(EventStore, needs_a_council) {
  Work nowhere = work();
  nowhere.authority_id = "nowhere";
  EXPECT_THROW(append(nowhere, "CASE-1", "received"), std::logic_error);
}

}  // namespace
}  // namespace throughline::record
