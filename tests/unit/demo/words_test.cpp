#include "demo/words.hpp"

#include "demo_council.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace throughline::demo {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Calendar calendar(as_at);

TEST(DemoWords, fill_every_slot_of_every_theme) {
  const auto script = read_script();
  for (const auto& planned : plan_cases(script.voices, calendar, 7, 3'000, true)) {
    EXPECT_THAT(words_of(script.voices, planned), Not(HasSubstr("{")));
    EXPECT_THAT(answer_to(script.voices, planned), Not(HasSubstr("{")));
  }
}

TEST(DemoWords, seldom_say_the_same_twice) {
  const auto script = read_script();
  std::set<std::string> different;
  const auto planned = plan_cases(script.voices, calendar, 1, 1'500, true);
  for (const auto& each : planned) different.insert(words_of(script.voices, each));
  EXPECT_GT(different.size(), planned.size() * 9 / 10);
}

TEST(DemoWords, are_long_and_short) {
  const auto script = read_script();
  std::vector<std::size_t> sizes;
  for (const auto& each : plan_cases(script.voices, calendar, 1, 1'500, true)) {
    sizes.push_back(words_of(script.voices, each).size());
  }
  EXPECT_LT(*std::ranges::min_element(sizes), 25U);
  EXPECT_GT(*std::ranges::max_element(sizes), 400U);
}

TEST(DemoCases, come_in_order_and_never_go_back_in_time) {
  const auto script = read_script();
  const auto planned = plan_cases(script.voices, calendar, 1, 1'500, true);
  EXPECT_TRUE(std::ranges::is_sorted(planned, {}, &PlannedCase::received));
  for (const auto& each : planned) {
    EXPECT_GE(base::london_date(each.received), calendar.begins());
    EXPECT_LT(base::london_date(each.received), as_at);
    if (each.themed) {
      EXPECT_GT(*each.themed, each.received);
    }
    if (each.looked_into) {
      EXPECT_GT(*each.looked_into, *each.themed);
    }
    if (each.closed) {
      EXPECT_GT(*each.closed, *each.looked_into);
    }
  }
}

TEST(DemoCalendar, counts_days_back_from_the_end) {
  EXPECT_EQ(base::to_text(calendar.date("10m")), "2026-01-01");
  EXPECT_EQ(base::to_text(calendar.date("1m+11")), "2026-10-12");
  EXPECT_EQ(base::to_text(calendar.date("5d")), "2026-11-19");
  EXPECT_EQ(base::to_text(calendar.date("+3d")), "2026-11-27");
  EXPECT_THROW(static_cast<void>(calendar.date("soon")), std::invalid_argument);
}

}  // namespace
}  // namespace throughline::demo
