#include "stats/comparison.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace throughline::stats {
namespace {

TEST(CompareShares, gives_newcombes_own_example) {
  // 56 of 70 against 48 of 80: method 10 of the paper gives 0.0524 to 0.3339.
  const auto compared = compare_shares(48, 80, 56, 70);
  ASSERT_TRUE(compared);
  EXPECT_NEAR(compared->difference, 0.2, 1e-9);
  EXPECT_NEAR(compared->lower, 0.0524, 5e-5);
  EXPECT_NEAR(compared->upper, 0.3339, 5e-5);
  EXPECT_TRUE(compared->enough);
  EXPECT_NEAR(compared->p, 0.0082, 5e-4);
}

TEST(CompareShares, says_nothing_of_few_answers) {
  const auto compared = compare_shares(0, 9, 4, 9);
  ASSERT_TRUE(compared);
  EXPECT_FALSE(compared->enough);
  EXPECT_EQ(compared->p, 1);
  EXPECT_FALSE(compare_shares(1, 0, 1, 2));
  EXPECT_FALSE(compare_shares(3, 2, 1, 2));
}

TEST(CompareShares, turns_over_with_its_groups_and_holds_its_difference_property) {
  EXPECT_TRUE(rc::check([] {
    const auto n1 = *rc::gen::inRange<std::int64_t>(1, 400);
    const auto n2 = *rc::gen::inRange<std::int64_t>(1, 400);
    const auto c1 = *rc::gen::inRange<std::int64_t>(0, n1 + 1);
    const auto c2 = *rc::gen::inRange<std::int64_t>(0, n2 + 1);
    const auto one = compare_shares(c1, n1, c2, n2).value();
    const auto other = compare_shares(c2, n2, c1, n1).value();
    RC_ASSERT(std::abs(one.difference + other.difference) < 1e-12);
    RC_ASSERT(std::abs(one.p - other.p) < 1e-12);
    RC_ASSERT(one.lower <= one.difference + 1e-12 && one.difference <= one.upper + 1e-12);
    RC_ASSERT(one.lower >= -1 - 1e-9 && one.upper <= 1 + 1e-9);
  }));
}

TEST(CompareRanks, agrees_with_a_worked_example) {
  // Counted by hand: U = 84 pairs and ties of 20 x 15.
  const auto compared = compare_ranks({8, 6, 4, 2}, {2, 3, 5, 5});
  ASSERT_TRUE(compared);
  // Pairs that the second group wins, ties half: 2*4 + 3*11 + 5*16 + 5*19 = 216 of 300.
  EXPECT_NEAR(compared->higher, 216.0 / 300, 1e-9);
  EXPECT_TRUE(compared->enough);
  EXPECT_NEAR(compared->p, 0.0242, 5e-4);
}

TEST(CompareRanks, refuses_what_has_no_order) {
  EXPECT_FALSE(compare_ranks({1, 2}, {1}));
  EXPECT_FALSE(compare_ranks({0, 0}, {1, 1}));
  EXPECT_FALSE(compare_ranks({-1, 2}, {1, 1}));
  EXPECT_FALSE(compare_ranks({20, 0}, {30, 0})->enough);
  EXPECT_FALSE(compare_ranks({5, 4}, {30, 10})->enough);
}

TEST(CompareRanks, mirrors_property) {
  EXPECT_TRUE(rc::check([] {
    const auto counts = [] {
      return *rc::gen::container<std::vector<std::int64_t>>(5,
                                                            rc::gen::inRange<std::int64_t>(1, 50));
    };
    const auto a = counts();
    const auto b = counts();
    const auto one = compare_ranks(a, b).value();
    const auto other = compare_ranks(b, a).value();
    RC_ASSERT(std::abs(one.higher + other.higher - 1) < 1e-9);
    RC_ASSERT(std::abs(one.p - other.p) < 1e-9);
    RC_ASSERT(std::abs(compare_ranks(a, a).value().higher - 0.5) < 1e-9);
  }));
}

TEST(Holm, raises_each_p_for_how_many_there_are) {
  const auto raised = holm({0.01, 0.04, 0.03, 0.005});
  ASSERT_EQ(raised.size(), 4U);
  EXPECT_NEAR(raised[3], 0.02, 1e-12);
  EXPECT_NEAR(raised[0], 0.03, 1e-12);
  EXPECT_NEAR(raised[2], 0.06, 1e-12);
  EXPECT_NEAR(raised[1], 0.06, 1e-12);
  EXPECT_TRUE(holm({}).empty());
}

}  // namespace
}  // namespace throughline::stats
