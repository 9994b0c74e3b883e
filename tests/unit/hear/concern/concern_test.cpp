#include "hear/concern/concern.hpp"

#include "record/event.hpp"
#include "support/two_councils.hpp"

#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

class ConcernStore : public testing::TwoCouncils {
 protected:
  base::Result<Received> log(const std::string& words, const std::string& resolved = "") {
    NewConcern given;
    given.given.words = words;
    given.given.relationship = Relationship::person;
    given.resolved = resolved;
    return database().write(
        [&](store::Writer& writer) { return log_concern(writer, work(), given); });
  }
  Concern found(const std::string& ref) {
    return database().read(
        [&](store::Reader& reader) { return find_concern(reader, "aldermere", ref).value(); });
  }
};
ON_BOTH_DATABASES(ConcernStore);

TEST_P(ConcernStore, is_logged_and_resolved_in_one_go) {
  const auto open = log("The bus comes too early").value();
  const auto resolved = log("Lost glasses", "Found them under the bed.").value();
  EXPECT_EQ(found(open.ref).found.status, Status::received);
  EXPECT_EQ(found(open.ref).logged_by, "USER-1");
  EXPECT_EQ(found(resolved.ref).found.status, Status::closed);
  EXPECT_EQ(found(resolved.ref).found.answer, "Found them under the bed.");
  database().write([&](store::Writer& writer) {
    const auto blank = resolve_concern(writer, work(), open.ref, " ");
    ASSERT_FALSE(blank);
    EXPECT_EQ(blank.error().problems.front().field, "resolved");
    ASSERT_TRUE(resolve_concern(writer, work(), open.ref, "Asked the driver to come last."));
    EXPECT_EQ(resolve_concern(writer, work(), open.ref, "Again").error().kind,
              base::ErrorKind::conflict);
  });
  EXPECT_FALSE(log("", ""));
}

TEST_P(ConcernStore, becomes_a_complaint_only_at_the_persons_wish_and_is_never_called_a_stage) {
  const auto ref = log("Nobody came", "Rang the provider.").value().ref;
  database().write([&](store::Writer& writer) {
    const auto unsaid = make_complaint(writer, work(), ref, PersonWishes::not_said);
    ASSERT_FALSE(unsaid);
    EXPECT_EQ(unsaid.error().problems.front().field, "wish");
    ASSERT_TRUE(make_complaint(writer, work(), ref, PersonWishes::yes));
    EXPECT_EQ(make_complaint(writer, work(), ref, PersonWishes::yes).error().kind,
              base::ErrorKind::conflict);
    EXPECT_EQ(resolve_concern(writer, work(), ref, "Done").error().kind, base::ErrorKind::conflict);
  });
  const auto concern = found(ref);
  EXPECT_EQ(concern.found.kind, Kind::complaint);
  EXPECT_EQ(concern.found.status, Status::looking_into);
  EXPECT_EQ(concern.became_complaint, "2026-03-02");
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(concern_counts(reader, "aldermere", base::date_from_text("2026-01-01").value())
                  .became_complaints,
              1);
    for (const auto& event : record::history(reader, "aldermere", ref)) {
      EXPECT_EQ(event.verb.find("stage"), std::string::npos);
    }
  });
}

TEST_P(ConcernStore, is_listed_for_who_logged_it_and_for_no_other_council) {
  static_cast<void>(log("One").value());
  static_cast<void>(log("Two", "Put right.").value());
  database().read([](store::Reader& reader) {
    EXPECT_EQ(list_concerns(reader, "aldermere", {}, 0, 10).size(), 2U);
    EXPECT_EQ(count_concerns(reader, "aldermere", {true, ""}), 1);
    EXPECT_EQ(count_concerns(reader, "aldermere", {false, "USER-1"}), 2);
    EXPECT_EQ(count_concerns(reader, "aldermere", {false, "USER-2"}), 0);
    EXPECT_EQ(count_concerns(reader, "brackwater", {}), 0);
    EXPECT_FALSE(find_concern(reader, "brackwater", "CASE-1"));
  });
}

TEST_P(ConcernStore, are_listed_waiting_first_then_newest_a_page_at_a_time) {
  const auto waits = log("One").value().ref;
  const auto resolved = log("Two", "Put right.").value().ref;
  const auto complaint = log("Three").value().ref;
  const auto waits_too = log("Four").value().ref;
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(make_complaint(writer, work(), complaint, PersonWishes::yes));
  });
  const std::vector<std::string> in_order = {waits_too, waits, complaint, resolved};
  database().read([&](store::Reader& reader) {
    const auto refs = [&](const ConcernFilter& filter, int offset, int most) {
      std::vector<std::string> found;
      for (const auto& each : list_concerns(reader, "aldermere", filter, offset, most)) {
        found.push_back(each.found.ref);
      }
      return found;
    };
    for (const auto* who : {"", "USER-1"}) {
      EXPECT_EQ(refs({false, who}, 0, 10), in_order) << who;
      EXPECT_EQ(count_concerns(reader, "aldermere", {false, who}), 4) << who;
      EXPECT_EQ(count_concerns(reader, "aldermere", {true, who}), 2) << who;
      EXPECT_EQ(refs({true, who}, 1, 10), std::vector<std::string>{waits}) << who;
      for (int at = 0; at < 4; ++at) {
        EXPECT_EQ(refs({false, who}, at, 1), std::vector<std::string>{in_order.at(at)}) << who;
      }
    }
  });
}

}  // namespace
}  // namespace throughline::hear
