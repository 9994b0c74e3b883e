#include "publish/local_account/safe.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline::publish::local_account {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(SafeNumbers, are_rounded_and_small_ones_are_not_given) {
  EXPECT_EQ(safe_number(0), "fewer than 5");
  EXPECT_EQ(safe_number(4), "fewer than 5");
  EXPECT_EQ(safe_number(7), "5");
  EXPECT_EQ(safe_number(38), "40");
}

TEST(SafeNumbers, of_shares_say_nothing_of_a_few_on_either_side) {
  EXPECT_EQ(safe_share(30, 40).words, "75%");
  EXPECT_EQ(safe_share(4, 40).words, "not shown");
  EXPECT_EQ(safe_share(37, 40).words, "not shown");
  EXPECT_EQ(safe_share(9, 19).words, "not shown") << "fewer than 20 answered";
}

TEST(SafeNumbers, of_what_overlaps_stand_in_the_order_of_what_is_shown) {
  const auto rows =
      safe_most({{"B", 23, 3, "THEME-2"}, {"A", 24, 9, "THEME-1"}, {"C", 4, 50, ""}}, 8);
  ASSERT_THAT(rows, SizeIs(2)) << "a small one is left out";
  EXPECT_EQ(rows[0].name, "A");
  EXPECT_THAT(rows[0].cells, ElementsAre("25", "10"));
  EXPECT_THAT(rows[1].cells, ElementsAre("25", "fewer than 5"));
}

TEST(SafeNumbers, of_parts_come_with_their_total_and_keep_back_what_would_tell) {
  const auto rows = safe_parts("All", {{"One", 3, 0}, {"Two", 40, 12}, {"Three", 20, 31}});
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_EQ(rows[0].cells[0], "fewer than 5");
  EXPECT_EQ(rows[3].name, "All");
  EXPECT_LT(rows[0].share, 0) << "no bar for what is not given";
  EXPECT_EQ(rows[1].share, 100);
}

// Two tables that share a total may stand together only when neither tells a small number of the
// other.
RC_GTEST_PROP(SafeNumbers, beside_each_other_leave_every_few_anything_from_0_to_4, ()) {
  const auto three = *rc::gen::container<std::vector<int>>(3, rc::gen::inRange(0, 60));
  const std::int64_t total = three[0] + three[1] + three[2];
  const std::vector<Count> kinds = {{"a", three[0]}, {"b", three[1]}, {"c", three[2]}};
  const std::vector<Count> ways = {{"x", total}, {"y", 0}};
  if (!safe_beside(kinds, ways)) return;
  const auto rows = safe_parts("All", kinds);
  const auto beside = safe_parts("All", ways);
  // Whatever the few could be, some total that the other table allows fits it.
  const auto range = [](const std::string& words) {
    if (words == "fewer than 5") return std::pair<std::int64_t, std::int64_t>{0, 4};
    if (words == "not shown") return std::pair<std::int64_t, std::int64_t>{0, 1'000'000};
    const auto shown = std::stoll(words);
    return std::pair<std::int64_t, std::int64_t>{std::max<std::int64_t>(5, shown - 2), shown + 2};
  };
  auto [least, most] = range(beside[2].cells[0]);
  least = std::max(least, range(beside[0].cells[0]).first + range(beside[1].cells[0]).first);
  most = std::min(most, range(beside[0].cells[0]).second + range(beside[1].cells[0]).second);
  for (std::size_t at = 0; at < 3; ++at) {
    if (rows[at].cells[0] != "fewer than 5") continue;
    std::int64_t others_least = 0;
    std::int64_t others_most = 0;
    for (std::size_t other = 0; other < 3; ++other) {
      if (other == at) continue;
      others_least += range(rows[other].cells[0]).first;
      others_most += range(rows[other].cells[0]).second;
    }
    RC_ASSERT(least - others_most <= 0);
    RC_ASSERT(most - others_least >= 4);
  }
}

}  // namespace
}  // namespace throughline::publish::local_account
