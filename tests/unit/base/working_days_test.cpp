#include "base/working_days.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace throughline::base;
using namespace std::chrono;

namespace {

// The Christmas of 2026 and the New Year of 2027.
WorkingDays some_days() {
  return WorkingDays({year{2026} / December / 28, year{2026} / December / 25,
                      year{2026} / January / 1, year{2027} / January / 1,
                      year{2027} / December / 27});
}

Date day_of(int number) {
  return add_days(year{2026} / January / 1, number);
}

}  // namespace

TEST(WorkingDays, are_neither_weekends_nor_bank_holidays) {
  const auto days = some_days();
  EXPECT_TRUE(days.is_working_day(year{2026} / December / 24));
  EXPECT_FALSE(days.is_working_day(year{2026} / December / 25));
  EXPECT_FALSE(days.is_working_day(year{2026} / December / 26)) << "Saturday";
  EXPECT_FALSE(days.is_working_day(year{2026} / December / 28)) << "substitute day";
  EXPECT_TRUE(days.is_working_day(year{2026} / December / 29));
}

TEST(WorkingDays, are_counted_from_the_day_after) {
  const auto days = some_days();
  EXPECT_EQ(days.add(year{2026} / December / 23, 3).value(), (year{2026} / December / 30));
  EXPECT_EQ(days.add(year{2026} / December / 26, 1).value(), (year{2026} / December / 29));
  EXPECT_EQ(days.add(year{2026} / December / 25, 0).value(), (year{2026} / December / 25));
  EXPECT_EQ(days.between(year{2026} / December / 23, year{2026} / December / 30).value(), 3);
  EXPECT_EQ(days.between(year{2026} / December / 30, year{2026} / December / 23).value(), -3);
}

TEST(WorkingDays, are_never_guessed_beyond_the_list) {
  const auto days = some_days();
  EXPECT_EQ(days.last(), (year{2027} / December / 31));
  EXPECT_TRUE(days.add(year{2027} / December / 28, 3));
  const auto refused = days.add(year{2027} / December / 28, 4);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("31 December 2027"), std::string::npos);
  EXPECT_FALSE(days.add(year{2025} / December / 31, 0));
  EXPECT_FALSE(days.add(year{2026} / December / 31, -1));
  EXPECT_FALSE(days.between(year{2026} / May / 1, year{2028} / May / 1));
  EXPECT_THROW((void)days.is_working_day(year{2028} / January / 3), std::out_of_range);
  EXPECT_THROW(WorkingDays({}), std::invalid_argument);
}

RC_GTEST_PROP(WorkingDays, what_is_added_is_what_lies_between, ()) {
  const auto days = some_days();
  const auto from = day_of(*rc::gen::inRange(0, 600));
  const int count = *rc::gen::inRange(0, 60);
  const auto to = days.add(from, count).value();
  RC_ASSERT(days.between(from, to).value() == count);
  RC_ASSERT(days.between(to, from).value() == -count);
  if (count > 0) RC_ASSERT(days.is_working_day(to));
}

RC_GTEST_PROP(WorkingDays, adding_in_two_steps_is_adding_at_once, ()) {
  const auto days = some_days();
  const auto from = day_of(*rc::gen::inRange(0, 600));
  const int first = *rc::gen::inRange(0, 30);
  const int second = *rc::gen::inRange(0, 30);
  RC_ASSERT(days.add(days.add(from, first).value(), second).value() ==
            days.add(from, first + second).value());
}
