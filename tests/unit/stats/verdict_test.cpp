#include "stats/verdict.hpp"

#include "unit/stats/series.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline::stats {
namespace {

using namespace std::chrono_literals;

std::vector<double> joined(std::vector<double> before, const std::vector<double>& after) {
  before.insert(before.end(), after.begin(), after.end());
  return before;
}

// Two years of 9 and 11 in turn, the change in January 2026, then `after`.
// The limits of the baseline are 4.68 and 15.32, its near-limits 6.45 and 13.55.
const base::Date change{2026y, std::chrono::January, 1d};

std::vector<double> two_years() {
  std::vector<double> values;
  for (int i = 0; i < 12; ++i) {
    values.push_back(9);
    values.push_back(11);
  }
  return values;
}

Verdict judged(const std::vector<double>& after, Improvement improvement = Improvement::increase) {
  return judge_change(monthly(joined(two_years(), after)), change, improvement).value();
}

TEST(Verdict, is_too_soon_with_nothing_after_and_says_how_many_more_and_when) {
  const auto verdict = judged({});
  EXPECT_EQ(verdict.outcome, Outcome::too_soon);
  EXPECT_EQ(verdict.more_after, 7);
  EXPECT_EQ(verdict.expected, (base::Date{2026y, std::chrono::July, 1d}));
}

TEST(Verdict, is_too_soon_with_six_ordinary_points) {
  const auto verdict = judged({10.5, 10.8, 10.5, 10.8, 10.5, 10.8});
  EXPECT_EQ(verdict.outcome, Outcome::too_soon);
  EXPECT_EQ(verdict.more_after, 1);
  EXPECT_NE(verdict.reason.find("1 point more"), std::string::npos) << verdict.reason;
}

TEST(Verdict, improves_with_seven_on_the_better_side) {
  const auto verdict = judged({10.5, 10.8, 10.5, 10.8, 10.5, 10.8, 10.5});
  EXPECT_EQ(verdict.outcome, Outcome::improved);
  EXPECT_EQ(verdict.rule, Rule::shift);
  EXPECT_EQ(verdict.more_after, 0);
  EXPECT_FALSE(verdict.trial);
  EXPECT_FALSE(verdict.unsettled);
}

TEST(Verdict, needs_no_seven_points_when_one_is_outside_the_limits) {
  EXPECT_EQ(judged({16}).outcome, Outcome::improved);
  EXPECT_EQ(judged({16}, Improvement::decrease).outcome, Outcome::got_worse);
  EXPECT_EQ(judged({13.9, 11, 14}).rule, Rule::two_of_three);
}

TEST(Verdict, is_no_change_with_seven_points_that_vary_as_before) {
  const auto verdict = judged({9, 11, 9, 11, 9, 11, 9});
  EXPECT_EQ(verdict.outcome, Outcome::no_change);
  EXPECT_EQ(verdict.more_after, 0);
}

TEST(Verdict, forgets_a_signal_that_did_not_last_seven_points) {
  EXPECT_EQ(judged({16, 9, 11, 9, 11, 9, 11}).outcome, Outcome::improved);
  const auto lapsed = judged({16, 9, 11, 9, 11, 9, 11, 9});
  EXPECT_EQ(lapsed.outcome, Outcome::no_change);
  EXPECT_NE(lapsed.reason.find("did not last"), std::string::npos);
}

TEST(Verdict, follows_the_latest_signal_when_they_disagree) {
  EXPECT_EQ(judged({16, 9, 11, 2}).outcome, Outcome::got_worse);
}

TEST(Verdict, does_not_let_a_run_reach_back_before_the_change) {
  auto values = two_years();
  for (std::size_t i = 20; i < 24; ++i) values[i] = 10.5;
  const auto verdict =
      judge_change(monthly(joined(values, {10.5, 10.6, 10.5})), change, Improvement::increase);
  EXPECT_EQ(verdict->outcome, Outcome::too_soon);
}

TEST(Verdict, wants_eight_points_before_the_change) {
  const auto seven =
      judge_change(monthly({9, 11, 9, 11, 9, 11, 9, 30, 30}),
                   base::Date{2024y, std::chrono::August, 1d}, Improvement::increase);
  EXPECT_EQ(seven->outcome, Outcome::too_soon);
  EXPECT_EQ(seven->more_before, 1);
  const auto eight =
      judge_change(monthly({9, 11, 9, 11, 9, 11, 9, 11, 30}),
                   base::Date{2024y, std::chrono::September, 1d}, Improvement::increase);
  EXPECT_EQ(eight->outcome, Outcome::improved);
  EXPECT_TRUE(eight->trial);
}

TEST(Verdict, warns_when_the_figures_were_moving_before_the_change) {
  std::vector<double> rising;
  for (int i = 0; i < 24; ++i) rising.push_back(i);
  const auto verdict = judge_change(monthly(joined(rising, {30})), change, Improvement::increase);
  EXPECT_TRUE(verdict->unsettled);
  EXPECT_NE(verdict->reason.find("already moving"), std::string::npos);
}

TEST(Verdict, counts_a_value_on_the_day_of_the_change_as_after_it) {
  EXPECT_EQ(judged({16}).points_after, 1);
  EXPECT_EQ(judged({16}).points_before, 24);
}

TEST(Verdict, refuses_a_measure_without_a_better_direction) {
  EXPECT_FALSE(judge_change(monthly({1, 2}), change, Improvement::neutral));
}

TEST(Verdict, says_what_is_missing_when_there_are_no_figures) {
  const auto verdict = judge_change({}, change, Improvement::decrease);
  ASSERT_TRUE(verdict);
  EXPECT_EQ(verdict->outcome, Outcome::too_soon);
  EXPECT_EQ(verdict->more_before, 8);
}

struct Drawn {
  std::vector<double> values;
  base::Date change;
};

Drawn drawn_series() {
  const auto numbers = *rc::gen::container<std::vector<int>>(40, rc::gen::inRange(-15, 15));
  const int months = *rc::gen::inRange(0, 40);
  return {{numbers.begin(), numbers.end()},
          base::add_months(base::Date{2024y, std::chrono::January, 1d}, months)};
}

RC_GTEST_PROP(VerdictProperty, does_not_change_when_values_are_scaled_or_moved, ()) {
  const auto drawn = drawn_series();
  auto changed = drawn.values;
  const double scale = *rc::gen::element(0.5, 4.0);
  const double move = *rc::gen::inRange(-500, 500);
  for (auto& value : changed) value = value * scale + move;
  const auto one = judge_change(monthly(drawn.values), drawn.change, Improvement::increase);
  const auto other = judge_change(monthly(changed), drawn.change, Improvement::increase);
  RC_ASSERT(one->outcome == other->outcome);
  RC_ASSERT(one->reason == other->reason);
}

RC_GTEST_PROP(VerdictProperty, mirrors_when_the_direction_is_turned_over, ()) {
  const auto drawn = drawn_series();
  const auto up = judge_change(monthly(drawn.values), drawn.change, Improvement::increase);
  const auto down = judge_change(monthly(drawn.values), drawn.change, Improvement::decrease);
  const auto mirrored = [](Outcome outcome) {
    return outcome == Outcome::improved    ? Outcome::got_worse
           : outcome == Outcome::got_worse ? Outcome::improved
                                           : outcome;
  };
  RC_ASSERT(down->outcome == mirrored(up->outcome));
}

RC_GTEST_PROP(VerdictProperty, is_the_same_for_the_same_figures_in_any_order, ()) {
  const auto drawn = drawn_series();
  auto reversed = monthly(drawn.values);
  std::ranges::reverse(reversed);
  RC_ASSERT(judge_change(monthly(drawn.values), drawn.change, Improvement::increase)->reason ==
            judge_change(reversed, drawn.change, Improvement::increase)->reason);
}

RC_GTEST_PROP(VerdictProperty, is_never_too_soon_with_enough_points_on_both_sides, ()) {
  const auto drawn = drawn_series();
  const auto verdict = judge_change(monthly(drawn.values), drawn.change, Improvement::increase);
  const bool enough = verdict->points_before >= 8 && verdict->points_after >= 7;
  if (enough) RC_ASSERT(verdict->outcome != Outcome::too_soon);
  if (verdict->outcome != Outcome::too_soon) RC_ASSERT(verdict->more_after == 0);
}

}  // namespace
}  // namespace throughline::stats
