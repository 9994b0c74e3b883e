#include "stats/xmr.hpp"

#include "unit/stats/series.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

namespace throughline::stats {
namespace {

using testing::Each;
using testing::ElementsAre;

const std::vector<double> oracle = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};

Xmr chart_of(const std::vector<double>& values, const XmrOptions& options = {}) {
  return xmr(monthly(values), options).value();
}

// The rule of each point as a number, 0 for none.
std::vector<int> rules(const Xmr& chart) {
  std::vector<int> numbers;
  for (const auto& point : chart.points)
    numbers.push_back(point.signal ? static_cast<int>(point.signal->rule) : 0);
  return numbers;
}

std::vector<int> rules_against(const std::vector<double>& values, const Limits& limits) {
  std::vector<int> numbers;
  for (const auto& signal : signals(values, limits))
    numbers.push_back(signal ? static_cast<int>(signal->rule) : 0);
  return numbers;
}

// Mean 0, limits at 3 and near-limits at 2.
const Limits plain{.mean = 0,
                   .average_moving_range = 3 / 2.66,
                   .lower = -3,
                   .upper = 3,
                   .near_lower = -2,
                   .near_upper = 2};

TEST(Xmr, gives_the_published_limits_without_screening) {
  const auto chart = chart_of(oracle);
  EXPECT_NEAR(chart.segments[0].mean, 1.94, 0.005);
  EXPECT_NEAR(chart.segments[0].limits->lower, -3.06, 0.005);
  EXPECT_NEAR(chart.segments[0].limits->upper, 6.95, 0.005);
  EXPECT_EQ(rules(chart)[4], 1);
}

TEST(Xmr, gives_the_published_limits_with_screening) {
  const auto chart = chart_of(oracle, {.screening = Screening::on});
  EXPECT_NEAR(chart.segments[0].mean, 1.94, 0.005);
  EXPECT_NEAR(chart.segments[0].limits->lower, -0.72, 0.005);
  EXPECT_NEAR(chart.segments[0].limits->upper, 4.6, 0.005);
}

TEST(Xmr, does_not_call_a_point_on_a_limit_outside) {
  EXPECT_THAT(rules_against({3, -3}, plain), Each(0));
  EXPECT_THAT(rules_against({3.001, -3.001}, plain), Each(1));
}

TEST(Xmr, flags_all_seven_points_of_a_trend_and_none_of_six) {
  EXPECT_THAT(rules_against({-1.5, -1, -.5, 0, .5, 1, 1.5}, plain), Each(2));
  EXPECT_THAT(rules_against({-1, -.5, 0, .5, 1, 1.5}, plain), Each(0));
  EXPECT_THAT(rules_against({1.5, 1, .5, 0, -.5, -1, -1.5}, plain), Each(2));
}

TEST(Xmr, breaks_a_trend_at_a_tie) {
  EXPECT_THAT(rules_against({-1.5, -1, -.5, 0, 0, .5, 1, 1.5}, plain), Each(0));
}

TEST(Xmr, gives_the_point_that_turns_to_the_later_trend) {
  const auto found = signals({0, .3, .6, .9, 1.2, 1.5, 1.8, 1.5, 1.2, .9, .6, .3, 0}, plain);
  EXPECT_EQ(found[5], (Signal{Rule::trend, Side::high}));
  EXPECT_EQ(found[6], (Signal{Rule::trend, Side::low}));
}

TEST(Xmr, flags_only_the_points_near_a_limit_in_two_of_three) {
  EXPECT_THAT(rules_against({2.5, 1, 2.5}, plain), ElementsAre(3, 0, 3));
  EXPECT_THAT(rules_against({-2.5, -2.5, -1}, plain), ElementsAre(3, 3, 0));
  EXPECT_THAT(rules_against({2.5, 2.5}, plain), Each(0)) << "two points are not three";
}

TEST(Xmr, wants_all_three_on_one_side_in_two_of_three) {
  EXPECT_THAT(rules_against({2.5, -1, 2.5}, plain), Each(0));
  EXPECT_THAT(rules_against({2.5, 0, 2.5}, plain), Each(0)) << "on the mean is on no side";
}

TEST(Xmr, does_not_count_points_on_the_near_limit_or_outside_as_near) {
  EXPECT_THAT(rules_against({2, 1, 2}, plain), Each(0));
  EXPECT_THAT(rules_against({2.5, 1, 3.5}, plain), ElementsAre(0, 0, 1));
  EXPECT_THAT(rules_against({2.5, 3.5, 2.5}, plain), ElementsAre(3, 1, 3));
}

TEST(Xmr, flags_seven_on_one_side_and_breaks_at_the_mean) {
  EXPECT_THAT(rules_against({1, .5, 1, .5, 1, .5, 1}, plain), Each(4));
  EXPECT_THAT(rules_against({1, .5, 1, 0, 1, .5, 1, .5}, plain), Each(0));
  EXPECT_THAT(rules_against({1, .5, 1, .5, 1, .5}, plain), Each(0));
}

TEST(Xmr, reports_a_point_under_the_first_rule_it_breaks) {
  EXPECT_THAT(rules_against({.5, .6, .7, .8, 2.5, 2.6, 3.5}, plain),
              ElementsAre(2, 2, 2, 2, 2, 2, 1));
  EXPECT_THAT(rules_against({.5, 1, .5, 1, 2.5, 1, 2.5}, plain), ElementsAre(4, 4, 4, 4, 3, 4, 3));
}

TEST(Xmr, rests_on_the_baseline_points_of_each_segment) {
  const auto chart = chart_of({1, 3, 1, 3, 9, 9}, {.baseline_points = 4});
  EXPECT_DOUBLE_EQ(chart.segments[0].mean, 2);
  EXPECT_DOUBLE_EQ(chart.segments[0].limits->upper, 2 + 2.66 * 2);
  EXPECT_THAT(rules(chart), ElementsAre(0, 0, 0, 0, 1, 1));
}

TEST(Xmr, starts_a_segment_at_a_rebase_and_lets_no_rule_cross_it) {
  const auto start = monthly({0})[0].date;
  const std::vector<double> rising = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  EXPECT_THAT(rules(chart_of(rising)), Each(testing::Ne(0)));
  const auto chart = chart_of(rising, {.rebase = {base::add_months(start, 4)}});
  ASSERT_EQ(chart.segments.size(), 2u);
  EXPECT_EQ(chart.segments[1].first, 4u);
  EXPECT_DOUBLE_EQ(chart.segments[0].mean, 2.5);
  EXPECT_DOUBLE_EQ(chart.segments[1].mean, 7);
  EXPECT_THAT(rules(chart), Each(0));
}

TEST(Xmr, rebases_at_the_first_point_on_or_after_a_date_between_points) {
  const auto start = monthly({0})[0].date;
  const auto between = base::add_days(base::add_months(start, 1), 3);
  EXPECT_EQ(chart_of({1, 2, 3, 4}, {.rebase = {between, between}}).segments[1].first, 2u);
  EXPECT_EQ(chart_of({1, 2, 3, 4}, {.rebase = {start}}).segments.size(), 1u);
}

TEST(Xmr, refuses_a_rebase_outside_the_data) {
  const auto start = monthly({0})[0].date;
  EXPECT_FALSE(xmr(monthly({1, 2}), {.rebase = {base::add_days(start, -1)}}));
  EXPECT_FALSE(xmr(monthly({1, 2}), {.rebase = {base::add_months(start, 2)}}));
}

TEST(Xmr, sorts_by_date_and_refuses_two_values_for_one_date) {
  auto given = monthly({1, 2, 3});
  std::swap(given[0], given[2]);
  EXPECT_DOUBLE_EQ(xmr(given, {})->points[0].observation.value, 1);
  given.push_back(given[0]);
  const auto refused = xmr(given, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.at(0).row, 4);
}

TEST(Xmr, refuses_nothing_and_what_is_not_a_number) {
  EXPECT_FALSE(xmr({}, {}));
  EXPECT_FALSE(xmr(monthly({1, std::nan("")}), {}));
  EXPECT_FALSE(xmr(monthly({1, std::numeric_limits<double>::infinity()}), {}));
  EXPECT_FALSE(xmr(monthly({1, 2}), {.baseline_points = 1}));
}

TEST(Xmr, has_no_limits_for_a_single_point) {
  const auto chart = chart_of({5}, {.improvement = Improvement::increase, .target = 4});
  EXPECT_FALSE(chart.segments[0].limits);
  EXPECT_DOUBLE_EQ(chart.segments[0].mean, 5);
  EXPECT_EQ(chart.assurance, Assurance::none);
}

TEST(Xmr, sees_no_signal_in_values_that_never_vary) {
  for (const auto screening : {Screening::off, Screening::on})
    EXPECT_THAT(rules(chart_of(std::vector<double>(20, 0.1), {.screening = screening})), Each(0));
}

TEST(Xmr, calls_limits_trial_below_thirteen_points) {
  EXPECT_TRUE(chart_of(std::vector<double>(12, 1.0)).trial);
  EXPECT_FALSE(chart_of(std::vector<double>(13, 1.0)).trial);
}

TEST(Xmr, turns_the_latest_point_into_the_variation_icon) {
  const std::vector<double> up = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 9};
  const std::vector<double> down = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, -9};
  using I = Improvement;
  EXPECT_EQ(chart_of(up, {.improvement = I::increase}).variation, Variation::improvement_high);
  EXPECT_EQ(chart_of(up, {.improvement = I::decrease}).variation, Variation::concern_high);
  EXPECT_EQ(chart_of(up, {.improvement = I::neutral}).variation, Variation::neutral_high);
  EXPECT_EQ(chart_of(down, {.improvement = I::increase}).variation, Variation::concern_low);
  EXPECT_EQ(chart_of(down, {.improvement = I::decrease}).variation, Variation::improvement_low);
  EXPECT_EQ(chart_of(down, {.improvement = I::neutral}).variation, Variation::neutral_low);
  EXPECT_EQ(chart_of({1, 2, 1, 2}).variation, Variation::common_cause);
}

TEST(Xmr, assures_by_the_limits_and_the_target) {
  const std::vector<double> values = {9, 11, 9, 11, 9, 11, 9, 11};  // limits 4.68 and 15.32
  const auto assurance = [&](Improvement improvement, std::optional<double> target) {
    return chart_of(values, {.improvement = improvement, .target = target}).assurance;
  };
  EXPECT_EQ(assurance(Improvement::increase, 16), Assurance::consistently_fails);
  EXPECT_EQ(assurance(Improvement::increase, 4), Assurance::consistently_passes);
  EXPECT_EQ(assurance(Improvement::increase, 10), Assurance::inconsistent);
  EXPECT_EQ(assurance(Improvement::decrease, 16), Assurance::consistently_passes);
  EXPECT_EQ(assurance(Improvement::decrease, 4), Assurance::consistently_fails);
  EXPECT_EQ(assurance(Improvement::decrease, 10 + 2.66 * 2), Assurance::inconsistent);
  EXPECT_EQ(assurance(Improvement::increase, 10 - 2.66 * 2), Assurance::inconsistent);
  EXPECT_EQ(assurance(Improvement::neutral, 16), Assurance::none);
  EXPECT_EQ(assurance(Improvement::increase, std::nullopt), Assurance::none);
}

}  // namespace
}  // namespace throughline::stats
