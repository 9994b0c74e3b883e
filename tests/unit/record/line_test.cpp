#include "record/line.hpp"

#include "support/two_councils.hpp"

#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace throughline::record {
namespace {

TEST(NodeKind, is_told_from_a_ref) {
  EXPECT_EQ(kind_of("CASE-1042"), NodeKind::case_);
  EXPECT_EQ(kind_of("PUBLICATION-1"), NodeKind::publication);
  for (const char* ref : {"", "CASE", "case-1", "USER-1", "-1"}) {
    EXPECT_EQ(kind_of(ref), std::nullopt) << ref;
  }
  EXPECT_EQ(page_of("CASE-1042"), "/cases/CASE-1042");
  EXPECT_THROW((void)page_of("USER-1"), std::invalid_argument);
}

TEST(Relation, reads_back_from_its_word) {
  for (int i = 0; i <= static_cast<int>(Relation::taken_to); ++i) {
    const auto relation = static_cast<Relation>(i);
    EXPECT_EQ(relation_from_text(to_text(relation)), relation);
    EXPECT_NE(forward_label(relation), backward_label(relation));
  }
  EXPECT_THROW((void)relation_from_text("likes"), std::invalid_argument);
}

class LineStore : public testing::TwoCouncils {
 protected:
  void put(const Work& by, const Node& node) {
    database().write([&](store::Writer& writer) { put_node(writer, by.authority_id, node); });
  }
  void join(const Work& by, const Link& link) {
    database().write([&](store::Writer& writer) { add_link(writer, by, link); });
  }
  std::optional<Node> find(const std::string& authority_id, const std::string& ref) {
    return database().read(
        [&](store::Reader& reader) { return find_node(reader, authority_id, ref); });
  }
  std::size_t from(const std::string& authority_id, const std::string& ref) {
    return database()
        .read([&](store::Reader& reader) { return links_from(reader, authority_id, ref); })
        .size();
  }
};
ON_BOTH_DATABASES(LineStore);

TEST_P(LineStore, counts_refs_for_each_council_and_kind) {
  const auto refs = database().write([&](store::Writer& writer) {
    std::string all;
    for (const auto& by : {work(), work(), other_work()}) {
      all += next_ref(writer, by, NodeKind::case_) + " ";
    }
    return all + next_ref(writer, work(), NodeKind::action) + " " +
           next_ref(writer, "aldermere", "USER");
  });
  EXPECT_EQ(refs, "CASE-1 CASE-2 CASE-1 ACTION-1 USER-1");
}

TEST_P(LineStore, gives_out_numbers_in_blocks) {
  database().write([](store::Writer& writer) {
    EXPECT_EQ(next_numbers(writer, "aldermere", "CASE", 100), 1);
    EXPECT_EQ(next_numbers(writer, "aldermere", "CASE", 5), 101);
    EXPECT_EQ(next_numbers(writer, "brackwater", "CASE", 5), 1);
  });
}

TEST_P(LineStore, never_gives_a_number_to_two_writers) {
  std::set<std::string> refs;
  std::mutex mutex;
  const auto take = [&] {
    for (int i = 0; i < 25; ++i) {
      const std::string ref = database().write(
          [](store::Writer& writer) { return next_ref(writer, "aldermere", "CASE"); });
      const std::lock_guard lock(mutex);
      refs.insert(ref);
    }
  };
  std::thread one(take);
  std::thread two(take);
  one.join();
  two.join();
  EXPECT_EQ(refs.size(), 50U);
}

TEST_P(LineStore, brings_a_node_up_to_date_in_its_own_council) {
  put(work(), {"CASE-1", "Complaint about home care", "2026-03-01", "open"});
  put(other_work(), {"CASE-1", "Another council's", "2026-02-01", "open"});
  put(work(), {"CASE-1", "Complaint about home care", "2026-03-01", "closed"});
  EXPECT_EQ(find("aldermere", "CASE-1")->state, "closed");
  EXPECT_EQ(find("brackwater", "CASE-1")->title, "Another council's");
  EXPECT_EQ(find("aldermere", "CASE-2"), std::nullopt);
}

TEST_P(LineStore, joins_twice_as_once_and_takes_apart) {
  put(work(), {"CASE-1", "Complaint", "2026-03-01", "open"});
  put(work(), {"THEME-1", "Waiting", "2026-03-01", ""});
  const Link link{"CASE-1", Relation::has_theme, "THEME-1"};
  join(work(), link);
  join(work(), link);
  EXPECT_EQ(from("aldermere", "CASE-1"), 1U);
  const auto to = database().read(
      [](store::Reader& reader) { return links_to(reader, "aldermere", "THEME-1"); });
  ASSERT_EQ(to.size(), 1U);
  EXPECT_EQ(to[0].from, "CASE-1");
  EXPECT_EQ(to[0].relation, Relation::has_theme);
  EXPECT_EQ(from("brackwater", "CASE-1"), 0U);
  database().write([&](store::Writer& writer) { remove_link(writer, other_work(), link); });
  EXPECT_EQ(from("aldermere", "CASE-1"), 1U);
  database().write([&](store::Writer& writer) { remove_link(writer, work(), link); });
  EXPECT_EQ(from("aldermere", "CASE-1"), 0U);
}

TEST_P(LineStore, joins_only_records_of_its_own_council) {
  put(work(), {"CASE-1", "Complaint", "2026-03-01", "open"});
  put(other_work(), {"THEME-1", "Waiting", "2026-03-01", ""});
  EXPECT_THROW(join(work(), {"CASE-1", Relation::has_theme, "THEME-1"}), std::logic_error);
  EXPECT_THROW(join(work(), {"CASE-1", Relation::raised, "CASE-1"}), std::logic_error);
}

}  // namespace
}  // namespace throughline::record
