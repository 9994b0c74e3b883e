#include "understand/theme_counts.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline::understand {
namespace {

using namespace std::chrono;

TEST(Movement, says_nothing_of_small_numbers) {
  EXPECT_EQ(movement(0, 9), Movement::too_few);
  EXPECT_EQ(movement(1, 3), Movement::too_few);
}

TEST(Movement, is_seen_when_it_is_more_than_chance) {
  EXPECT_EQ(movement(40, 50), Movement::same);
  EXPECT_EQ(movement(20, 60), Movement::more);
  EXPECT_EQ(movement(60, 20), Movement::fewer);
}

RC_GTEST_PROP(Movement, is_the_mirror_of_itself, ()) {
  const auto one = *rc::gen::inRange(0, 100'000);
  const auto other = *rc::gen::inRange(0, 100'000);
  const auto there = movement(one, other);
  const auto back = movement(other, one);
  if (there == Movement::more) {
    RC_ASSERT(back == Movement::fewer);
  }
  if (there == Movement::fewer) {
    RC_ASSERT(back == Movement::more);
  }
  if (there == Movement::same || there == Movement::too_few) {
    RC_ASSERT(back == there);
  }
}

TEST(Periods, are_the_last_three_whole_months_and_the_three_before) {
  const auto periods = last_two_quarters(2026y / March / 2d);
  EXPECT_EQ(base::to_text(periods.before_from), "2025-09-01");
  EXPECT_EQ(base::to_text(periods.before_to), "2025-11-30");
  EXPECT_EQ(base::to_text(periods.now_from), "2025-12-01");
  EXPECT_EQ(base::to_text(periods.now_to), "2026-02-28");
}

TEST(Headline, speaks_of_the_last_whole_month) {
  const std::vector<MonthCount> counts = {
      {2026y / January / 1d, 8}, {2026y / February / 1d, 12}, {2026y / March / 1d, 1}};
  EXPECT_EQ(headline(counts, 2026y / March / 2d),
            "12 in February 2026, 4 more than in January, which is no more than chance would give");
}

TEST(Headline, warns_of_small_numbers_and_of_having_none) {
  EXPECT_EQ(headline({{2025y / December / 1d, 2}, {2026y / January / 1d, 1}}, 2026y / March / 2d),
            "1 in January 2026, 1 fewer than in December 2025. These numbers are too small to read "
            "anything into");
  EXPECT_EQ(headline({{2026y / March / 1d, 1}}, 2026y / March / 2d),
            "There is no whole month to count yet");
}

}  // namespace
}  // namespace throughline::understand
