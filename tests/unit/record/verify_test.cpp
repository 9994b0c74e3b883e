#include "record/verify.hpp"

#include "record/event.hpp"
#include "record/line.hpp"
#include "support/two_councils.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <thread>

namespace throughline::record {
namespace {

class VerifyStore : public testing::TwoCouncils {
 protected:
  void append(const Work& by, const std::string& subject, const std::string& reason = "") {
    database().write([&](store::Writer& writer) {
      append_event(writer, by, subject, "changed", {{"status", "open"}}, reason);
    });
  }
  void tamper(const std::string& sql, const store::Values& parameters = {}) {
    database().write([&](store::Writer& writer) { writer.execute(sql, parameters); });
  }
  Verification verified(const std::string& authority_id = "aldermere") {
    return database().read([&](store::Reader& reader) { return verify(reader, authority_id); });
  }
  std::string fault() { return verified().fault.value_or(""); }
};
ON_BOTH_DATABASES(VerifyStore);

TEST_P(VerifyStore, finds_an_untouched_history_sound) {
  EXPECT_EQ(fault(), "");
  for (int i = 1; i <= 5; ++i) append(work(), "CASE-" + std::to_string(i));
  append(other_work(), "CASE-1");
  const auto found = verified();
  EXPECT_EQ(found.fault, std::nullopt);
  EXPECT_EQ(found.events, 5);
  EXPECT_EQ(verified("brackwater").events, 1);
  EXPECT_EQ(verification_json(found),
            R"({"authority":"aldermere","sound":true,"events":5,"links":0,"nodes":0,"head":")" +
                found.head + R"(","fault":null})");
}

TEST_P(VerifyStore, finds_the_history_sound_after_writers_side_by_side) {
  const auto write = [&] {
    for (int i = 0; i < 20; ++i) append(work(), "CASE-1");
  };
  std::thread one(write);
  std::thread two(write);
  one.join();
  two.join();
  EXPECT_EQ(fault(), "");
  EXPECT_EQ(verified().events, 40);
}

TEST_P(VerifyStore, finds_a_chain_that_was_rewritten_by_a_head_that_was_kept) {
  for (int i = 0; i < 3; ++i) append(work(), "CASE-1", "true");
  const KeptHead kept{3, verified().head};
  append(work(), "CASE-1", "later");
  const auto against = [&](const KeptHead& head) {
    return database().read([&](store::Reader& reader) {
      return verify(reader, "aldermere", head).fault.value_or("");
    });
  };
  EXPECT_EQ(against(kept), "");
  EXPECT_NE(against({9, kept.hash}).find("There is no event 9"), std::string::npos);
  tamper("delete from events where authority_id = 'aldermere'");
  tamper("update event_heads set sequence = 0, hash = $1 where authority_id = 'aldermere'",
         {std::string(64, '0')});
  for (int i = 0; i < 4; ++i) append(work(), "CASE-1", "false");
  EXPECT_EQ(fault(), "");
  EXPECT_NE(against(kept).find("Event 3 has another hash"), std::string::npos) << against(kept);
}

TEST_P(VerifyStore, finds_an_event_that_was_taken_out) {
  for (int i = 0; i < 4; ++i) append(work(), "CASE-1");
  tamper("delete from events where authority_id = 'aldermere' and sequence = 4");
  EXPECT_NE(fault().find("should hold 4 events but holds 3"), std::string::npos) << fault();
  tamper("delete from events where authority_id = 'aldermere' and sequence = 2");
  EXPECT_NE(fault().find("Event 2 is missing"), std::string::npos) << fault();
}

TEST_P(VerifyStore, finds_an_event_that_was_moved_to_another_council) {
  append(work(), "CASE-1");
  tamper("delete from event_heads where authority_id = 'brackwater'");
  tamper("insert into event_heads select 'brackwater', sequence, hash from event_heads");
  tamper("update events set authority_id = 'brackwater'");
  EXPECT_NE(verified("brackwater").fault, std::nullopt);
}

TEST_P(VerifyStore, finds_a_head_that_was_altered) {
  append(work(), "CASE-1");
  tamper("update event_heads set hash = 'abc' where authority_id = 'aldermere'");
  EXPECT_NE(fault(), "");
  tamper("delete from event_heads where authority_id = 'aldermere'");
  EXPECT_NE(fault(), "");
}

TEST_P(VerifyStore, finds_a_link_that_leads_nowhere) {
  database().write([&](store::Writer& writer) {
    put_node(writer, "aldermere", {"CASE-1", "Complaint", "2026-03-01", "open"});
    put_node(writer, "aldermere", {"THEME-1", "Waiting", "2026-03-01", ""});
    add_link(writer, work(), {"CASE-1", Relation::has_theme, "THEME-1"});
  });
  EXPECT_EQ(fault(), "");
  tamper("update nodes set authority_id = 'brackwater' where ref = 'THEME-1'");
  EXPECT_EQ(fault(), "The link CASE-1 has_theme THEME-1 leads to a record that is not there");
  EXPECT_EQ(verified("brackwater").fault, std::nullopt);
}

// Each run appends events with any words, alters one byte of one column, and puts it right again.
TEST_P(VerifyStore, finds_any_byte_that_was_altered_in_any_column) {
  const std::vector<std::string> columns = {"at",      "actor_ref",     "actor_name",
                                            "subject", "verb",          "reason",
                                            "details", "previous_hash", "hash"};
  std::int64_t events = 0;
  EXPECT_TRUE(rc::check([&] {
    const auto words = *rc::gen::container<std::vector<std::string>>(
        3, rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~')));
    for (const auto& reason : words) append(work(), "CASE-1", reason + "x");
    events += 3;
    RC_ASSERT(verified().fault == std::nullopt);
    const auto& column = *rc::gen::elementOf(columns);
    const auto sequence = *rc::gen::inRange<std::int64_t>(1, events + 1);
    const std::string where = " where authority_id = 'aldermere' and sequence = $1";
    const std::string kept = database().read([&](store::Reader& reader) {
      return reader.row("select " + column + " from events" + where, {sequence})->text(0);
    });
    std::string altered = kept;
    char& byte = altered.at(*rc::gen::inRange<std::size_t>(0, altered.size()));
    byte = byte == 'a' ? 'b' : 'a';
    const std::string update = "update events set " + column + " = $2" + where;
    tamper(update, {sequence, altered});
    const bool found = verified().fault.has_value();
    tamper(update, {sequence, kept});
    RC_ASSERT(found);
    RC_ASSERT(verified().fault == std::nullopt);
  }));
}

}  // namespace
}  // namespace throughline::record
