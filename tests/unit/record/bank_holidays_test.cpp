#include "record/bank_holidays.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace throughline::record {
namespace {

using namespace std::chrono;
using base::Date;
using ::testing::HasSubstr;

constexpr int first_year = 2015;

// Easter Sunday, by the rule of the Gregorian calendar (Meeus, Jones and Butcher).
Date easter(int y) {
  const int a = y % 19;
  const int b = y / 100;
  const int c = y % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31;
  const int day = (h + l - 7 * m + 114) % 31 + 1;
  return year{y} / month / day;
}

Date first_monday(int y, month m) {
  return Date{sys_days{year{y} / m / Monday[1]}};
}
Date last_monday(int y, month m) {
  return Date{sys_days{year{y} / m / Monday[last]}};
}

bool is_weekend(Date date) {
  const weekday day{sys_days{date}};
  return day == Saturday || day == Sunday;
}

// A bank holiday on a weekend or on another one moves to the next weekday that is free.
void add(std::set<Date>& days, Date date) {
  while (is_weekend(date) || days.contains(date)) date = base::add_days(date, 1);
  days.insert(date);
}

// What the rules give for a year, with the days that were proclaimed for it alone.
std::set<Date> by_the_rules(int y) {
  std::set<Date> days;
  add(days, year{y} / January / 1);
  add(days, base::add_days(easter(y), -2));
  add(days, base::add_days(easter(y), 1));
  add(days, y == 2020 ? Date{year{2020} / May / 8} : first_monday(y, May));
  add(days, y == 2022 ? Date{year{2022} / June / 2} : last_monday(y, May));
  add(days, last_monday(y, August));
  if (y == 2022) add(days, year{2022} / June / 3);
  if (y == 2022) add(days, year{2022} / September / 19);
  if (y == 2023) add(days, year{2023} / May / 8);
  // Boxing Day keeps its own day when it is a weekday; Christmas Day then moves past it.
  const Date boxing_day = year{y} / December / 26;
  if (!is_weekend(boxing_day)) days.insert(boxing_day);
  add(days, year{y} / December / 25);
  if (is_weekend(boxing_day)) add(days, boxing_day);
  return days;
}

TEST(BankHolidays, are_those_of_the_rules_and_the_special_days) {
  const auto& days = working_days();
  ASSERT_EQ(int{days.first().year()}, first_year);
  for (int y = first_year; y <= int{days.last().year()}; ++y) {
    const auto holidays = by_the_rules(y);
    for (Date date = year{y} / January / 1; date.year() == year{y};
         date = base::add_days(date, 1)) {
      const bool works = !is_weekend(date) && !holidays.contains(date);
      EXPECT_EQ(days.is_working_day(date), works) << base::to_text(date);
    }
  }
}

TEST(BankHolidays, hold_the_days_that_were_proclaimed) {
  const auto& days = working_days();
  for (const Date date :
       {Date{year{2020} / May / 8}, Date{year{2022} / June / 2}, Date{year{2022} / June / 3},
        Date{year{2022} / September / 19}, Date{year{2023} / May / 8}}) {
    EXPECT_FALSE(days.is_working_day(date)) << base::to_text(date);
  }
  EXPECT_TRUE(days.is_working_day(year{2020} / May / 4)) << "moved to the Friday";
  EXPECT_TRUE(days.is_working_day(year{2022} / May / 30)) << "moved to June";
}

TEST(BankHolidays, say_when_their_list_ends_before_a_deadline_could) {
  const auto& days = working_days();
  EXPECT_FALSE(calendar_warning(days, base::add_months(days.last(), -7)));
  EXPECT_THAT(calendar_warning(days, base::add_days(base::add_months(days.last(), -6), 1)).value(),
              HasSubstr("ends on 31 December"));
  EXPECT_THAT(calendar_warning(days, base::add_days(days.last(), 1)).value(),
              HasSubstr("ended on 31 December"));
}

}  // namespace
}  // namespace throughline::record
