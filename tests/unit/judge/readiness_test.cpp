#include "judge/readiness.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::judge {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const base::Date today = 2026y / 3 / 2;

Evidence evidence(Voice voice, Bearing bearing, const std::string& source = "CASE-1") {
  Evidence made;
  made.ref = "EVIDENCE-1";
  made.voice = voice;
  made.bearing = bearing;
  made.dated = 2026y / 1 / 1;
  made.review_by = 2027y / 1 / 1;
  made.sources = {{source, "", "", ""}};
  return made;
}

std::vector<Gap> gaps(const std::vector<Evidence>& all) {
  std::vector<Gap> found;
  for (const ReadinessGap& gap : readiness(all, built_in_yardsticks(), today)) {
    if (gap.gap != Gap::voice_missing) found.push_back(gap.gap);
  }
  return found;
}

TEST(Readiness, of_a_statement_without_evidence_says_where_to_start) {
  EXPECT_THAT(gaps({}), ElementsAre(Gap::no_evidence));
}

TEST(Readiness, names_each_voice_that_is_missing) {
  const auto found =
      readiness({evidence(Voice::people, Bearing::supporting)}, built_in_yardsticks(), today);
  ASSERT_EQ(found.size(), 7u);
  EXPECT_EQ(found.front().what, "Nothing from unpaid carers");
  EXPECT_EQ(found.front().voice, "carers");
}

TEST(Readiness, sees_what_is_stale_the_day_after_its_review) {
  auto old = evidence(Voice::people, Bearing::contrary);
  old.review_by = today;
  EXPECT_THAT(gaps({old}), IsEmpty());
  old.review_by = base::add_days(today, -1);
  EXPECT_THAT(gaps({old}), ElementsAre(Gap::stale));
}

TEST(Readiness, calls_three_on_one_side_one_sided) {
  const auto good = evidence(Voice::people, Bearing::supporting);
  const auto bad = evidence(Voice::people, Bearing::contrary);
  EXPECT_THAT(gaps({good, good}), IsEmpty());
  EXPECT_THAT(gaps({good, good, good}), ElementsAre(Gap::only_supporting));
  EXPECT_THAT(gaps({bad, bad, bad}), ElementsAre(Gap::only_contrary));
  EXPECT_THAT(gaps({good, good, bad}), IsEmpty());
}

TEST(Readiness, asks_for_proof_of_an_action) {
  const auto claimed = evidence(Voice::processes, Bearing::supporting, "ACTION-1");
  EXPECT_THAT(gaps({claimed}), ElementsAre(Gap::action_without_proof));
  auto proved = claimed;
  proved.sources.push_back({"PROOF-1", "", "", ""});
  EXPECT_THAT(gaps({proved}), IsEmpty());
}

TEST(SayAndDo, shows_where_those_who_live_with_it_say_otherwise) {
  const auto notes = say_and_do(tally(std::vector{evidence(Voice::leaders, Bearing::supporting),
                                                  evidence(Voice::processes, Bearing::supporting),
                                                  evidence(Voice::carers, Bearing::contrary),
                                                  evidence(Voice::staff, Bearing::supporting)}));
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_EQ(notes.front().voice, Voice::carers);
  EXPECT_EQ(notes.front().disagreement, Disagreement::said_not_felt);
  EXPECT_EQ(notes.front().sentence,
            "Leaders and processes: 2 supporting, 0 contrary. Unpaid carers: 0 supporting, 1 "
            "contrary.");
}

TEST(SayAndDo, also_shows_when_leaders_are_harder_on_themselves) {
  const auto notes = say_and_do(tally(std::vector{evidence(Voice::leaders, Bearing::contrary),
                                                  evidence(Voice::people, Bearing::supporting)}));
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_EQ(notes.front().disagreement, Disagreement::felt_not_said);
}

TEST(SayAndDo, is_silent_when_either_side_is_even_or_silent) {
  EXPECT_THAT(say_and_do(tally(std::vector{evidence(Voice::people, Bearing::contrary)})),
              IsEmpty());
  EXPECT_THAT(say_and_do(tally(std::vector{evidence(Voice::leaders, Bearing::supporting),
                                           evidence(Voice::people, Bearing::supporting),
                                           evidence(Voice::people, Bearing::contrary),
                                           evidence(Voice::data, Bearing::contrary)})),
              IsEmpty());
}

}  // namespace
}  // namespace throughline::judge
