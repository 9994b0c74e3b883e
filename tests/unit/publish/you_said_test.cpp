#include "publish/publish.hpp"
#include "record/event.hpp"
#include "unit/judge/judging.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::publish {
namespace {

using ::testing::ElementsAre;

class YouSaidStore : public judge::Judging {
 protected:
  void SetUp() override {
    judge::Judging::SetUp();
    database().write([&](store::Writer& writer) {
      record::put_node(writer, "aldermere", {"ACTION-2", "Another thing", "2026-01-12", "open"});
      record::add_link(writer, work(), {"CASE-1", record::Relation::raised, "ACTION-1"});
      record::add_link(writer, work(), {"THEME-1", record::Relation::raised, "ACTION-1"});
      record::add_link(writer, work(), {"CASE-1", record::Relation::has_theme, "THEME-1"});
      record::add_link(writer, work(), {"CASE-2", record::Relation::has_theme, "THEME-1"});
    });
  }
  base::Result<PublicWording> word(const WordingDraft& given) {
    return database().write(
        [&](store::Writer& writer) { return word_action(writer, work(), given); });
  }
  std::vector<YouSaid> shown(const std::string& council = "aldermere") {
    return database().read([&](store::Reader& reader) { return you_said_we_did(reader, council); });
  }
  const WordingDraft good_{"ACTION-1", "You said that visits were late and nobody told you.",
                           "We send a text before a late visit.", "", true};
};
ON_BOTH_DATABASES(YouSaidStore);

TEST_P(YouSaidStore, is_on_the_line_behind_the_action_and_counts_each_voice_once) {
  ASSERT_TRUE(word(good_));
  const auto entries = shown();
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries.front().voices, 2);
  EXPECT_EQ(entries.front().who(), "Fewer than 5 people told us");
  EXPECT_THAT(entries.front().themes, ElementsAre("Late visits"));
  EXPECT_EQ(entries.front().worked, Worked::not_measured);
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(record::links_to(reader, "aldermere", "PUBLICATION-1").size(), 1u);
    EXPECT_EQ(record::history(reader, "aldermere", "ACTION-1").back().verb, "shown in public");
  });
  EXPECT_TRUE(shown("brackwater").empty());
}

TEST_P(YouSaidStore, tells_honestly_whether_it_worked) {
  ASSERT_TRUE(word(good_));
  database().write([&](store::Writer& writer) {
    record::add_link(writer, work(), {"ACTION-1", record::Relation::moves, "MEASURE-1"});
  });
  EXPECT_EQ(shown().front().worked, Worked::too_soon);
  database().write([&](store::Writer& writer) {
    record::add_link(writer, work(), {"ACTION-1", record::Relation::tested_by, "PROOF-1"});
  });
  EXPECT_EQ(shown().front().worked, Worked::improved);
  database().write([&](store::Writer& writer) {
    record::put_node(writer, "aldermere", {"PROOF-2", "Visits", "2026-03-01", "got worse"});
    record::add_link(writer, work(), {"ACTION-1", record::Relation::tested_by, "PROOF-2"});
  });
  EXPECT_EQ(shown().front().worked, Worked::got_worse);  // the latest test counts
}

TEST_P(YouSaidStore, needs_what_was_said_and_what_came_of_it_before_it_is_shown) {
  WordingDraft empty{"ACTION-1", "", "", "", true};
  EXPECT_THAT(judge::fields_of(word(empty).error()), ElementsAre("you_said", "we_did"));
  empty.shown = false;
  EXPECT_TRUE(word(empty));
  EXPECT_FALSE(word({"ACTION-9", "You said so and so.", "We did.", "", true}));
  EXPECT_FALSE(word({"CASE-1", "You said so and so.", "We did.", "", true}));
}

TEST_P(YouSaidStore, can_be_taken_away_again_and_keeps_its_place_on_the_line) {
  ASSERT_TRUE(word(good_));
  WordingDraft hidden = good_;
  hidden.shown = false;
  ASSERT_TRUE(word(hidden));
  EXPECT_TRUE(shown().empty());
  const auto again = word(good_);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->publication_ref, "PUBLICATION-1");
}

TEST_P(YouSaidStore, lists_every_action_for_staff_worded_or_not) {
  ASSERT_TRUE(word(good_));
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(actions_to_word(reader, "aldermere").size(), 2u);
    EXPECT_TRUE(action_to_word(reader, "aldermere", "ACTION-2"));
    EXPECT_FALSE(action_to_word(reader, "brackwater", "ACTION-1"));
  });
}

}  // namespace
}  // namespace throughline::publish
