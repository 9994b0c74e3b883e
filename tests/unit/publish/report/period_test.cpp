#include "publish/report/period.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline::publish::report {
namespace {

using ::testing::SizeIs;

base::Date day(int year, unsigned month, unsigned number) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

TEST(Period, is_a_year_to_31_march_or_a_quarter_of_one) {
  const Period year{2025, 0};
  EXPECT_EQ(year.first(), day(2025, 4, 1));
  EXPECT_EQ(year.last(), day(2026, 3, 31));
  EXPECT_EQ(year.title(), "Complaints, the year to 31 March 2026");
  const Period last_quarter{2025, 4};
  EXPECT_EQ(last_quarter.first(), day(2026, 1, 1));
  EXPECT_EQ(last_quarter.last(), day(2026, 3, 31));
  EXPECT_EQ(last_quarter.name(), "January to March 2026");
  EXPECT_EQ((Period{2025, 2}).name(), "July to September 2025");
  EXPECT_EQ((Period{2025, 2}).year_before().name(), "July to September 2024");
}

TEST(Period, is_read_back_from_its_key_and_nothing_else_is) {
  for (int quarter = 0; quarter <= 4; ++quarter) {
    const Period period{2025, quarter};
    EXPECT_EQ(period_from_key(period.key()), period);
  }
  for (const char* key : {"", "25", "2025-q0", "2025-q5", "2025-q", "2025q1", "1999", "2101",
                          "2025-q01", "-q1", "2025-q1-q2", "REPORT-1"}) {
    EXPECT_FALSE(period_from_key(key)) << key;
  }
}

RC_GTEST_PROP(Period, holds_the_day_it_was_asked_for, (int days)) {
  const auto asked = base::add_days(day(2020, 1, 1), std::abs(days % 20'000));
  for (const auto& period : {quarter_with(asked), year_with(asked)}) {
    RC_ASSERT(period.first() <= asked);
    RC_ASSERT(asked <= period.last());
  }
  RC_ASSERT(quarter_with(asked).year == year_with(asked).year);
}

TEST(Period, is_listed_from_the_first_complaint_to_today) {
  const auto periods = periods_between(day(2025, 2, 10), day(2025, 7, 2));
  ASSERT_THAT(periods, SizeIs(5));
  EXPECT_EQ(periods[0].key(), "2025");
  EXPECT_EQ(periods[1].key(), "2025-q2");
  EXPECT_EQ(periods[3].key(), "2024");
  EXPECT_EQ(periods[4].key(), "2024-q4");
}

}  // namespace
}  // namespace throughline::publish::report
