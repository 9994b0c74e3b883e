#include "hear/complaint/clock.hpp"

#include "record/bank_holidays.hpp"

#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

using namespace std::chrono;
using base::Date;

const Date first_day = year{2016} / January / 1;
const Date last_day = year{2025} / December / 31;

// Every day of ten years, bank holidays, weekends and leap days among them.
template <typename Check>
void each_day(Check&& check) {
  for (Date date = first_day; date <= last_day; date = base::add_days(date, 1)) check(date);
}

// The slow way: day after day.
Date working_day_after(Date date, int count) {
  while (count > 0) {
    date = base::add_days(date, 1);
    if (record::working_days().is_working_day(date)) --count;
  }
  return date;
}

TEST(ComplaintClock, gives_three_working_days_to_acknowledge_from_any_day) {
  each_day([](Date received) {
    const auto by = acknowledge_by(record::working_days(), received).value();
    EXPECT_EQ(by, working_day_after(received, 3)) << base::to_text(received);
    EXPECT_TRUE(record::working_days().is_working_day(by));
    EXPECT_GE(base::days_between(received, by), 3);
    EXPECT_LE(base::days_between(received, by), 8) << base::to_text(received);
  });
}

TEST(ComplaintClock, counts_over_christmas_easter_and_the_special_days) {
  const auto by = [](Date received) {
    return acknowledge_by(record::working_days(), received).value();
  };
  EXPECT_EQ(by(year{2025} / December / 24), (year{2025} / December / 31));
  EXPECT_EQ(by(year{2026} / April / 2), (year{2026} / April / 9)) << "Good Friday, Easter Monday";
  EXPECT_EQ(by(year{2022} / June / 1), (year{2022} / June / 8)) << "two days for the Jubilee";
  EXPECT_EQ(by(year{2022} / September / 16), (year{2022} / September / 22)) << "the State Funeral";
  EXPECT_EQ(by(year{2026} / March / 6), (year{2026} / March / 11)) << "received on a Friday";
  EXPECT_EQ(by(year{2026} / March / 7), (year{2026} / March / 11)) << "received on a Saturday";
}

TEST(ComplaintClock, ends_six_months_on_the_day_before_the_same_day) {
  EXPECT_EQ(six_months_end(year{2026} / May / 3), (year{2026} / November / 2));
  EXPECT_EQ(six_months_end(year{2026} / March / 1), (year{2026} / August / 31));
  EXPECT_EQ(six_months_end(year{2025} / August / 31), (year{2026} / February / 28))
      << "February has no 31st";
  EXPECT_EQ(six_months_end(year{2023} / August / 31), (year{2024} / February / 29)) << "leap year";
  EXPECT_EQ(six_months_end(year{2025} / August / 29), (year{2026} / February / 28));
}

TEST(ComplaintClock, has_six_months_that_never_shrink_as_days_go_by) {
  Date before = six_months_end(base::add_days(first_day, -1));
  each_day([&](Date received) {
    const auto end = six_months_end(received);
    EXPECT_GE(end, before) << base::to_text(received);
    EXPECT_GE(base::days_between(received, end), 180);
    EXPECT_LE(base::days_between(received, end), 183);
    before = end;
  });
}

TEST(ComplaintClock, lets_people_complain_for_twelve_months) {
  EXPECT_EQ(last_day_to_complain(year{2025} / May / 3), (year{2026} / May / 3));
  EXPECT_EQ(last_day_to_complain(year{2024} / February / 29), (year{2025} / February / 28));
  each_day([](Date happened) {
    const auto end = last_day_to_complain(happened);
    EXPECT_EQ(end.month(), happened.month());
    EXPECT_EQ(int{end.year()}, int{happened.year()} + 1);
  });
}

TEST(ComplaintClock, keeps_a_spoken_concern_until_the_end_of_the_next_working_day) {
  EXPECT_EQ(last_day_as_concern(record::working_days(), year{2026} / April / 2).value(),
            (year{2026} / April / 7));
  each_day([](Date made) {
    EXPECT_EQ(last_day_as_concern(record::working_days(), made).value(),
              working_day_after(made, 1));
  });
}

TEST(ComplaintClock, counts_a_councils_own_target_in_its_own_days) {
  const auto& days = record::working_days();
  each_day([&](Date received) {
    EXPECT_EQ(target_by(days, received, {28, DayUnit::calendar}).value(),
              base::add_days(received, 28));
    EXPECT_EQ(target_by(days, received, {25, DayUnit::working}).value(),
              working_day_after(received, 25));
  });
}

TEST(ComplaintClock, refuses_to_count_where_no_bank_holidays_are_known) {
  const auto& days = record::working_days();
  EXPECT_FALSE(acknowledge_by(days, days.last()));
  EXPECT_FALSE(target_by(days, days.last(), {10, DayUnit::working}));
  EXPECT_TRUE(target_by(days, days.last(), {10, DayUnit::calendar}));
}

}  // namespace
}  // namespace throughline::hear
