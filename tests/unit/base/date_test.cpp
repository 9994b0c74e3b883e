#include "base/date.hpp"

#include <cstdlib>
#include <ctime>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace throughline::base;
using namespace std::chrono;

TEST(Date, is_read_in_the_ways_people_write_it) {
  const Date expected = year{2026} / November / 24;
  for (const auto* text :
       {"2026-11-24", "24/11/2026", "24 November 2026", "24 nov 2026", "24.11.2026"}) {
    const auto date = date_from_text(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(*date, expected) << text;
  }
  EXPECT_EQ(date_from_text("3 Sept 2025").value(), (year{2025} / September / 3));
}

TEST(Date, that_does_not_exist_is_refused_with_an_example) {
  for (const auto* text : {"", "2026-02-29", "31/04/2026", "tomorrow", "24/11/26", "24 Nov",
                           "2026-11-24-1", "24 X 2026"}) {
    const auto date = date_from_text(text);
    ASSERT_FALSE(date) << text;
    EXPECT_NE(date.error().message.find("24 November 2026"), std::string::npos);
  }
}

TEST(Date, from_three_boxes_names_the_field_in_its_message) {
  EXPECT_EQ(date_from_parts("27", "3", "2026", "due date").value(), (year{2026} / March / 27));
  EXPECT_EQ(date_from_parts("", "", "", "due date").error().message, "Enter the due date");
  EXPECT_EQ(date_from_parts("31", "2", "2026", "due date").error().message,
            "The due date must be a real date, for example 27 3 2026");
}

TEST(Date, is_written_as_govuk_writes_dates) {
  EXPECT_EQ(to_long_text(year{2026} / November / 4), "4 November 2026");
  EXPECT_EQ(to_month_text(year{2026} / November / 4), "November 2026");
  EXPECT_EQ(to_text(year{2026} / November / 4), "2026-11-04");
}

TEST(Date, a_month_after_the_last_of_january_is_the_last_of_february) {
  EXPECT_EQ(add_months(year{2025} / January / 31, 1), (year{2025} / February / 28));
  EXPECT_EQ(add_months(year{2024} / January / 31, 1), (year{2024} / February / 29));
  EXPECT_EQ(add_months(year{2025} / August / 15, 6), (year{2026} / February / 15));
}

TEST(LondonTime, late_evening_in_summer_is_already_tomorrow) {
  EXPECT_EQ(london_date(instant_from_text("2026-07-01T23:30:00.000Z").value()),
            (year{2026} / July / 2));
  EXPECT_EQ(london_date(instant_from_text("2026-12-01T23:30:00.000Z").value()),
            (year{2026} / December / 1));
  EXPECT_EQ(to_london_text(instant_from_text("2026-07-01T12:05:00.000Z").value()),
            "1 July 2026, 1:05pm");
}

RC_GTEST_PROP(Date, text_reads_back_as_the_same_date, ()) {
  const Date date{sys_days{days{*rc::gen::inRange(-20000, 60000)}}};
  RC_ASSERT(date_from_text(to_text(date)).value() == date);
  RC_ASSERT(date_from_text(to_long_text(date)).value() == date);
}

RC_GTEST_PROP(LondonTime, agrees_with_the_time_zone_database, ()) {
  ::setenv("TZ", "Europe/London", 1);
  ::tzset();
  const Instant at{seconds{*rc::gen::inRange<long>(1104537600, 2145916800)}};
  const std::time_t time = system_clock::to_time_t(at);
  std::tm local{};
  ::localtime_r(&time, &local);
  const Date expected{year{local.tm_year + 1900}, month{static_cast<unsigned>(local.tm_mon + 1)},
                      day{static_cast<unsigned>(local.tm_mday)}};
  RC_ASSERT(london_date(at) == expected);
}

RC_GTEST_PROP(LondonTime, midnight_begins_the_date, ()) {
  const Date date{sys_days{days{*rc::gen::inRange(12000, 24000)}}};
  RC_ASSERT(london_date(london_midnight(date)) == date);
  RC_ASSERT(london_date(london_midnight(date) - milliseconds{1}) == add_days(date, -1));
}

RC_GTEST_PROP(Instant, text_reads_back_as_the_same_instant, ()) {
  const Instant at{milliseconds{*rc::gen::inRange<long>(0, 4102444800000)}};
  RC_ASSERT(instant_from_text(to_text(at)).value() == at);
}
