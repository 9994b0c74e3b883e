#include "hear/progress.hpp"

#include "hear/hear.hpp"
#include "record/line.hpp"
#include "support/two_councils.hpp"

#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

class ProgressStore : public testing::TwoCouncils {
 protected:
  Received take_in() {
    NewCase given;
    given.kind = Kind::concern;
    given.words = "Secret";
    given.relationship = Relationship::person;
    return database()
        .write([&](store::Writer& writer) { return receive(writer, work(), given); })
        .value();
  }
  std::optional<Progress> look(const std::string& council, const std::string& receipt) {
    return database().read(
        [&](store::Reader& reader) { return progress(reader, council, receipt); });
  }
};
ON_BOTH_DATABASES(ProgressStore);

TEST_P(ProgressStore, tells_the_answer_only_while_the_case_is_closed) {
  const auto received = take_in();
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(close(writer, work(), received.ref, 1, {Outcome::could_not, "Because."}));
  });
  EXPECT_EQ(look("aldermere", received.receipt)->answer, "Because.");
  database().write([&](store::Writer& writer) {
    ASSERT_TRUE(reopen(writer, work(), received.ref, 2, "More came to light"));
  });
  EXPECT_EQ(look("aldermere", received.receipt)->answer, "");
  EXPECT_FALSE(look("aldermere", received.receipt)->outcome);
}

TEST_P(ProgressStore, shows_what_changed_further_along_the_line_and_nothing_else) {
  const auto received = take_in();
  database().write([&](store::Writer& writer) {
    record::put_node(writer, "aldermere", {"THEME-1", "Waiting", "", ""});
    record::put_node(writer, "aldermere", {"ACTION-1", "Fit new locks", "2026-03-01", "done"});
    record::put_node(writer, "aldermere", {"MEASURE-1", "Doors", "", ""});
    record::add_link(writer, work(), {received.ref, record::Relation::has_theme, "THEME-1"});
    record::add_link(writer, work(), {"THEME-1", record::Relation::raised, "ACTION-1"});
    record::add_link(writer, work(), {received.ref, record::Relation::raised, "ACTION-1"});
    record::add_link(writer, work(), {"ACTION-1", record::Relation::moves, "MEASURE-1"});
  });
  const auto told = look("aldermere", received.receipt);
  ASSERT_EQ(told->changes.size(), 1U);
  EXPECT_EQ(told->changes.front().title, "Fit new locks");
}

TEST_P(ProgressStore, says_nothing_to_a_wrong_reference_or_another_council) {
  const auto received = take_in();
  EXPECT_FALSE(look("aldermere", "AAAA-AAAA-AAAA-AAAA"));
  EXPECT_FALSE(look("aldermere", ""));
  EXPECT_FALSE(look("aldermere", received.ref));
  EXPECT_FALSE(look("brackwater", received.receipt));
}

}  // namespace
}  // namespace throughline::hear
