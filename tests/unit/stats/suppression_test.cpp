#include "stats/suppression.hpp"

#include "stats/intervals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <set>
#include <stdexcept>

namespace throughline::stats {
namespace {

std::vector<std::size_t> parts_of(const std::vector<CountCell>& cells) {
  std::vector<std::size_t> part_of;
  for (const auto& cell : cells) part_of.push_back(cell.part_of);
  return part_of;
}

// A total of voices: not known, refused, and answers in groups.
std::vector<CountCell> table(std::int64_t not_known, std::int64_t refused,
                             const std::vector<std::int64_t>& groups) {
  std::int64_t answered = 0;
  for (const auto count : groups) answered += count;
  std::vector<CountCell> cells = {
      {not_known + refused + answered, 0}, {not_known, 0}, {refused, 0}, {answered, 0}};
  for (const auto count : groups) cells.push_back({count, 3});
  return cells;
}

TEST(Suppression, rounds_what_it_shows_and_gives_small_counts_as_few) {
  const auto shown = protect_counts(table(812, 23, {3, 57, 0, 121}));
  EXPECT_EQ(shown[0].rounded, 1015);
  EXPECT_EQ(shown[4].disclosure, Disclosure::few);
  EXPECT_EQ(shown[5].rounded, 55);
  EXPECT_EQ(shown[6].disclosure, Disclosure::few) << "none and four look the same";
  EXPECT_EQ(shown[7].rounded, 120);
}

TEST(Suppression, hides_more_when_a_single_few_could_be_worked_out) {
  // 7 is shown as 5, so it is 5 to 7; a part that is few beside one that is few would be 1 or more.
  // That the total is hidden says that it is no few, so one of the parts is hidden too.
  const auto shown = protect_counts({{7, 0}, {4, 0}, {3, 0}});
  EXPECT_EQ(shown[0].disclosure, Disclosure::hidden);
  EXPECT_EQ(shown[1].disclosure, Disclosure::hidden);
  EXPECT_EQ(shown[2].disclosure, Disclosure::few);
}

TEST(Suppression, refuses_parts_that_do_not_add_up) {
  EXPECT_THROW((void)protect_counts({{7, 0}, {4, 0}, {4, 0}}), std::invalid_argument);
  EXPECT_THROW((void)protect_counts({{-1, 0}}), std::invalid_argument);
}

// Every table that could stand behind what is shown, tried one by one: leaves up to `most`.
void try_all(const std::vector<std::size_t>& part_of, const std::vector<ShownCount>& shown,
             const std::vector<std::size_t>& leaves, std::int64_t most, std::size_t next,
             std::vector<std::int64_t>& counts, std::vector<std::set<std::int64_t>>& seen) {
  if (next < leaves.size()) {
    const auto& leaf = shown[leaves[next]];
    const bool few = leaf.disclosure == Disclosure::few;
    for (std::int64_t count = leaf.disclosure == Disclosure::shown ? least_shown_count : 0;
         count <= (few ? least_shown_count - 1 : most); ++count) {
      if (leaf.disclosure == Disclosure::shown &&
          (count + rounding_base / 2) / rounding_base * rounding_base != leaf.rounded) {
        continue;
      }
      counts[leaves[next]] = count;
      try_all(part_of, shown, leaves, most, next + 1, counts, seen);
    }
    return;
  }
  auto all = counts;
  std::vector<bool> is_leaf(all.size(), false);
  for (const auto leaf : leaves) is_leaf[leaf] = true;
  for (std::size_t cell = 0; cell < all.size(); ++cell) {
    if (!is_leaf[cell]) all[cell] = 0;
  }
  for (std::size_t cell = all.size(); cell-- > 1;) all[part_of[cell]] += all[cell];
  for (std::size_t cell = 0; cell < all.size(); ++cell) {
    if (shown[cell].disclosure == Disclosure::hidden) continue;
    const bool few = all[cell] < least_shown_count;
    if ((shown[cell].disclosure == Disclosure::few) != few) return;
    if (shown[cell].disclosure == Disclosure::shown &&
        (all[cell] + rounding_base / 2) / rounding_base * rounding_base != shown[cell].rounded) {
      return;
    }
  }
  for (std::size_t cell = 0; cell < all.size(); ++cell) seen[cell].insert(all[cell]);
}

RC_GTEST_PROP(SuppressionProperty, whoever_tries_every_table_learns_nothing_about_the_few, ()) {
  const auto small = [] { return *rc::gen::inRange<std::int64_t>(0, 12); };
  const auto cells = table(small(), small(), {small(), small(), small()});
  const auto shown = protect_counts(cells);
  std::vector<std::set<std::int64_t>> seen(cells.size());
  std::vector<std::int64_t> counts(cells.size(), 0);
  try_all(parts_of(cells), shown, {1, 2, 4, 5, 6}, 16, 0, counts, seen);
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    if (shown[cell].disclosure != Disclosure::few) continue;
    for (std::int64_t count = 0; count < least_shown_count; ++count) {
      RC_ASSERT(seen[cell].contains(count));
    }
  }
}

// Every sum of shown cells taken from every other: what a reader with a pencil would do. The
// figures are off by up to 2 each, and the reader knows it.
RC_GTEST_PROP(SuppressionProperty, no_subtraction_of_shown_figures_pins_a_few_down, ()) {
  const auto count = [] { return *rc::gen::inRange<std::int64_t>(0, 40); };
  const auto groups = *rc::gen::inRange<std::size_t>(2, 9);
  std::vector<std::int64_t> answers;
  for (std::size_t group = 0; group < groups; ++group) answers.push_back(count());
  const auto cells = table(count(), count(), answers);
  const auto shown = protect_counts(cells);
  const auto part_of = parts_of(cells);
  for (std::size_t whole = 0; whole < cells.size(); ++whole) {
    std::vector<std::size_t> parts;
    for (std::size_t cell = 1; cell < cells.size(); ++cell) {
      if (part_of[cell] == whole) parts.push_back(cell);
    }
    if (parts.empty() || shown[whole].disclosure != Disclosure::shown) continue;
    for (const auto few : parts) {
      if (shown[few].disclosure != Disclosure::few) continue;
      std::int64_t least = std::max<std::int64_t>(5, shown[whole].rounded - 2);
      std::int64_t most = shown[whole].rounded + 2;
      bool bounded_below = true;
      for (const auto part : parts) {
        if (part == few) continue;
        if (shown[part].disclosure == Disclosure::few) {
          least -= 4;
        } else if (shown[part].disclosure == Disclosure::hidden) {
          bounded_below = false;
        } else {
          least -= shown[part].rounded + 2;
          most -= std::max<std::int64_t>(5, shown[part].rounded - 2);
        }
      }
      RC_ASSERT(!bounded_below || least <= 0);
      RC_ASSERT(most >= 4);
    }
  }
}

RC_GTEST_PROP(SuppressionProperty, what_is_shown_is_near_the_truth, ()) {
  const auto count = [] { return *rc::gen::inRange<std::int64_t>(0, 400); };
  const auto cells = table(count(), count(), {count(), count(), count(), count()});
  const auto shown = protect_counts(cells);
  const auto possible = possible_counts(parts_of(cells), shown);
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    RC_ASSERT(possible[cell].least <= cells[cell].count);
    RC_ASSERT(possible[cell].most >= cells[cell].count);
    if (shown[cell].disclosure == Disclosure::shown) {
      RC_ASSERT(std::abs(shown[cell].rounded - cells[cell].count) <= 2);
    }
  }
}

// Newcombe (1998), table II, example a: 56/70 and 48/80.
TEST(Newcombe, gives_the_interval_of_the_paper) {
  const auto found = newcombe_difference(56, 70, 48, 80);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->difference, 0.2, 1e-9);
  EXPECT_NEAR(found->lower, 0.0524, 5e-5);
  EXPECT_NEAR(found->upper, 0.3339, 5e-5);
  EXPECT_TRUE(found->clear());
  EXPECT_FALSE(newcombe_difference(1, 0, 1, 2));
}

TEST(Newcombe, a_share_less_what_is_known_is_the_interval_of_the_share_moved) {
  const auto found = difference_from_known(5, 10, 0.25);
  const auto share = wilson_interval(5, 10);
  EXPECT_DOUBLE_EQ(found->lower, share->lower - 0.25);
  EXPECT_FALSE(difference_from_known(5, 10, 0.5)->clear());
}

}  // namespace
}  // namespace throughline::stats
