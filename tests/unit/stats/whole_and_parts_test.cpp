#include "stats/whole_and_parts.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <rapidcheck/gtest.h>

namespace throughline::stats {
namespace {

using Counts = std::vector<std::int64_t>;
using Rows = std::vector<Counts>;

std::string in_words(const std::vector<ColumnLine>& lines, const Counts& counts) {
  std::string text;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const auto disclosure = lines[at].disclosure;
    text +=
        (text.empty() ? "" : " ") + (disclosure == Disclosure::shown ? std::to_string(counts[at])
                                     : disclosure == Disclosure::few ? std::string("few")
                                                                     : std::string("-"));
  }
  return text;
}

std::string column(const Counts& counts, Total total = Total::known) {
  return in_words(protect_column(counts, total), counts);
}

Counts sums(const Rows& parts) {
  Counts whole;
  for (const auto& row : parts) {
    whole.push_back(std::accumulate(row.begin(), row.end(), std::int64_t{0}));
  }
  return whole;
}

std::string whole(const Rows& parts, Total total = Total::known) {
  return in_words(protect_whole(parts, total), sums(parts));
}

TEST(WholeAndParts, a_period_by_itself_hides_what_would_give_a_few_away) {
  EXPECT_EQ(column({30, 12, 3, 0}), "30 - few 0");
  EXPECT_EQ(column({30, 12, 3, 2}), "30 12 few few") << "they make 5: each can be 1 to 4";
  EXPECT_EQ(column({30, 12, 1, 1}), "30 - few few") << "they make 2: both would be 1";
  EXPECT_EQ(column({30, 5, 1}), "- - few") << "of 6 one would be 1, the other being no few";
  EXPECT_EQ(column({30, 12}), "30 12");
  EXPECT_EQ(column({30, 12, 3}, Total::unknown), "30 12 few");
  EXPECT_EQ(column({7, 7, 3}), "- 7 few") << "the first of two that would do as well";
}

TEST(WholeAndParts, a_small_period_hides_its_lines_among_each_other) {
  EXPECT_EQ(column({3, 0, 0}), "- - -") << "of 3 nobody knows whose they are";
  EXPECT_EQ(column({5, 2, 0}), "- - 0") << "7 in two lines";
  EXPECT_EQ(column({1, 1, 1, 2}), "- - - -") << "each could be 1 or 2";
  EXPECT_EQ(column({0, 0}), "0 0");
}

TEST(WholeAndParts, the_whole_gives_way_where_three_parts_would_tell_the_fourth) {
  EXPECT_EQ(whole({{20, 30, 3, 40}}, Total::unknown), "-");
  EXPECT_EQ(whole({{20, 30, 25, 40}}, Total::unknown), "115");
  EXPECT_EQ(whole({{3, 4, 2, 3}}, Total::unknown), "12") << "each can be 1 to 4";
  EXPECT_EQ(whole({{3, 1, 20, 20}}, Total::unknown), "44") << "each can be 1 to 3";
  EXPECT_EQ(whole({{2, 1, 20, 20}}, Total::unknown), "-") << "1 or 2";
  EXPECT_EQ(whole({{1, 1, 0, 20}}, Total::unknown), "-") << "both would be 1";
  EXPECT_EQ(whole({{1, 1, 0, 0}}, Total::unknown), "few") << "each can be 1 to 3";
  EXPECT_EQ(whole({{1, 1, 1, 0}}, Total::unknown), "-") << "fewer than 5 would leave 1 and 2";
  EXPECT_EQ(whole({{3, 0, 0, 0}}, Total::unknown), "few");
}

// The parts of the second line are all shown, so that to hide its whole would hide nothing.
TEST(WholeAndParts, a_whole_that_its_parts_tell_is_no_help) {
  const Rows parts = {{3, 20}, {30, 30}, {12, 14}, {15, 0}};
  EXPECT_EQ(whole(parts), "- 60 - 15");
}

// Every table that fits what is shown, one by one: columns of few lines and small numbers.
class Attacker {
 public:
  explicit Attacker(const Rows& parts) : parts_(parts), whole_(protect_whole(parts, Total::known)) {
    for (std::size_t part = 0; part < parts.front().size(); ++part) {
      Counts counts;
      for (const auto& row : parts) counts.push_back(row[part]);
      shown_.push_back(protect_column(counts, Total::known));
      columns_.push_back(all_columns(
          shown_.back(), std::accumulate(counts.begin(), counts.end(), std::int64_t{0})));
    }
  }
  [[nodiscard]] const ColumnLine& shown(std::size_t line, std::size_t part) const {
    return shown_[part][line];
  }
  // What a part can be, by its own column, or with the whole beside it.
  [[nodiscard]] PossibleCount alone(std::size_t line, std::size_t part) const {
    PossibleCount found{beyond_all, -1};
    for (const auto& each : columns_[part]) widen(found, each[line]);
    return found;
  }
  [[nodiscard]] PossibleCount with_whole(std::size_t line, std::size_t part) const {
    PossibleCount found{beyond_all, -1};
    for (const auto& first : columns_[0]) {
      for (const auto& second : columns_[1]) {
        if (fits(first, second)) widen(found, part == 0 ? first[line] : second[line]);
      }
    }
    return found;
  }

 private:
  static void widen(PossibleCount& found, std::int64_t count) {
    found.least = std::min(found.least, count);
    found.most = std::max(found.most, count);
  }
  static std::vector<Counts> all_columns(const std::vector<ColumnLine>& lines, std::int64_t total) {
    std::vector<Counts> found;
    Counts column;
    const std::function<void(std::int64_t)> go = [&](std::int64_t left) {
      if (column.size() == lines.size()) {
        if (left == 0) found.push_back(column);
        return;
      }
      const auto& alone = lines[column.size()].alone;
      for (auto count = alone.least; count <= std::min(alone.most, left); ++count) {
        column.push_back(count);
        go(left - count);
        column.pop_back();
      }
    };
    go(total);
    return found;
  }
  [[nodiscard]] bool fits(const Counts& first, const Counts& second) const {
    for (std::size_t line = 0; line < whole_.size(); ++line) {
      const auto sum = first[line] + second[line];
      if (sum < whole_[line].alone.least || sum > whole_[line].alone.most) return false;
    }
    return true;
  }

  const Rows& parts_;
  std::vector<ColumnLine> whole_;
  std::vector<std::vector<ColumnLine>> shown_;
  std::vector<std::vector<Counts>> columns_;
};

RC_GTEST_PROP(WholeAndPartsProperty, no_small_number_can_be_worked_out_of_parts_and_whole, ()) {
  const auto lines = *rc::gen::inRange(1, 5);
  Rows parts;
  for (int line = 0; line < lines; ++line) {
    parts.push_back({*rc::gen::inRange<std::int64_t>(0, 9), *rc::gen::inRange<std::int64_t>(0, 9)});
  }
  const Attacker attacker(parts);
  for (std::size_t line = 0; line < parts.size(); ++line) {
    for (std::size_t part = 0; part < 2; ++part) {
      const auto& shown = attacker.shown(line, part);
      const auto count = parts[line][part];
      if (shown.disclosure == Disclosure::shown) {
        RC_ASSERT(count == 0 || count >= least_shown_count);
        continue;
      }
      if (count >= least_shown_count) continue;
      const auto alone = attacker.alone(line, part);
      const auto now = attacker.with_whole(line, part);
      if (shown.disclosure == Disclosure::few) {
        RC_ASSERT(alone.least == 1);
        RC_ASSERT(alone.most == least_shown_count - 1);
      }
      RC_ASSERT(now.most - now.least >= std::min<std::int64_t>(2, alone.most - alone.least));
    }
  }
}

// Four quarters with many lines, as a council has them: bounds by the sums alone are wide enough
// too.
RC_GTEST_PROP(WholeAndPartsProperty, three_quarters_never_tell_the_fourth, ()) {
  const auto total = *rc::gen::element(Total::known, Total::unknown);
  // Of a single line that makes up a known total there is nothing to hide.
  const auto lines = *rc::gen::inRange(total == Total::known ? 2 : 1, 15);
  Rows parts;
  for (int line = 0; line < lines; ++line) {
    parts.push_back(*rc::gen::container<Counts>(4, rc::gen::inRange<std::int64_t>(0, 40)));
  }
  const auto made = protect_whole(parts, total);
  RC_ASSERT(made.size() == parts.size());
  for (std::size_t line = 0; line < parts.size(); ++line) {
    std::vector<std::int64_t> not_shown;
    for (std::size_t part = 0; part < 4; ++part) {
      Counts counts;
      for (const auto& row : parts) counts.push_back(row[part]);
      if (protect_column(counts, total)[line].disclosure != Disclosure::shown) {
        not_shown.push_back(parts[line][part]);
      }
    }
    if (made[line].disclosure != Disclosure::shown || not_shown.empty()) continue;
    if (not_shown.size() == 1) RC_ASSERT(not_shown[0] >= least_shown_count);
    const bool two_few = not_shown.size() == 2 && std::ranges::all_of(not_shown, [](auto count) {
                           return count < least_shown_count;
                         });
    if (two_few && total == Total::unknown) {
      RC_ASSERT(std::abs(not_shown[0] + not_shown[1] - least_shown_count) <= 1);
    }
  }
  RC_ASSERT(in_words(made, sums(parts)) == whole(parts, total));
}

TEST(WholeAndParts, refuses_what_is_no_table) {
  EXPECT_THROW((void)protect_column({3, -1}, Total::known), std::invalid_argument);
  EXPECT_THROW((void)protect_whole({{1, 2}, {1}}, Total::known), std::invalid_argument);
  EXPECT_TRUE(protect_whole({}, Total::known).empty());
}

}  // namespace
}  // namespace throughline::stats
