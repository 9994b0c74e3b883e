#include "stats/intervals.hpp"

#include <gtest/gtest.h>

namespace throughline::stats {
namespace {

TEST(WilsonInterval, matches_the_published_values) {
  const auto interval = wilson_interval(81, 263).value();
  EXPECT_NEAR(interval.lower, 0.2553, 0.0001);
  EXPECT_NEAR(interval.upper, 0.3662, 0.0001);
}

TEST(WilsonInterval, stays_within_nothing_and_everything) {
  EXPECT_DOUBLE_EQ(wilson_interval(0, 10)->lower, 0);
  EXPECT_NEAR(wilson_interval(0, 10)->upper, 0.2775, 0.0001);
  EXPECT_DOUBLE_EQ(wilson_interval(10, 10)->upper, 1);
  EXPECT_NEAR(wilson_interval(10, 10)->lower, 0.7225, 0.0001);
}

TEST(WilsonInterval, refuses_a_share_of_nothing_or_more_than_all) {
  EXPECT_FALSE(wilson_interval(0, 0));
  EXPECT_FALSE(wilson_interval(3, 2));
  EXPECT_FALSE(wilson_interval(-1, 2));
}

}  // namespace
}  // namespace throughline::stats
