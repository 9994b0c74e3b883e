#include "record/bank_holidays_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::record {
namespace {

using namespace std::chrono;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string file(const std::string& events) {
  return R"({"england-and-wales":{"division":"england-and-wales","events":[)" + events +
         R"(]},"scotland":{"division":"scotland","events":[{"title":"2nd January","date":"2026-01-02","notes":"","bunting":true}]}})";
}

std::string event(const std::string& date, const std::string& title = "A bank holiday") {
  return R"({"title":")" + title + R"(","date":")" + date + R"(","notes":"","bunting":true})";
}

// Of 2026 and 2027; 26 December 2026 is a Saturday.
base::WorkingDays ours() {
  return base::WorkingDays({year{2026} / January / 1, year{2026} / December / 25,
                            year{2026} / December / 28, year{2027} / January / 1});
}

HolidayDifferences compared(const std::string& events) {
  return compare_bank_holidays(ours(), read_bank_holidays_file(file(events)).value());
}

TEST(BankHolidaysFile, is_read_for_england_and_wales_alone) {
  const auto found = read_bank_holidays_file(
      file(event("2026-12-25", "Christmas Day") + "," + event("2026-01-01", "New Year’s Day")));
  ASSERT_TRUE(found);
  EXPECT_THAT(*found, ElementsAre(Field(&NamedHoliday::title, "New Year’s Day"),
                                  Field(&NamedHoliday::title, "Christmas Day")));
}

TEST(BankHolidaysFile, is_refused_with_what_is_wrong_when_it_is_another) {
  const auto why = [](const std::string& text) {
    return read_bank_holidays_file(text).error().message;
  };
  EXPECT_THAT(why("<html>"), HasSubstr("not JSON"));
  for (const auto* text :
       {"[]", "{}", R"({"england-and-wales":[]})", R"({"england-and-wales":{"events":{}}})"}) {
    EXPECT_THAT(why(text), HasSubstr("no events of england-and-wales")) << text;
  }
  EXPECT_THAT(why(file("")), HasSubstr("between 1 and 5,000"));
  EXPECT_THAT(why(file(event("2026-01-01") + "," + event("25 Smarch 2026"))),
              HasSubstr("event 2 has no date"));
  EXPECT_THAT(why(file(R"({"date":"2026-01-01"})")), HasSubstr("event 1 has no title"));
  EXPECT_THAT(why(file(event("2026-01-01", "\\u001b[2J"))), HasSubstr("event 1 has no title"));
  EXPECT_EQ(read_bank_holidays_file(std::string(1'000'001, ' ')).error().kind,
            base::ErrorKind::too_large);
}

TEST(BankHolidaysFile, is_the_same_when_every_weekday_is) {
  const auto same = event("2026-01-01") + "," + event("2026-12-25") + "," + event("2026-12-26") +
                    "," + event("2026-12-28") + "," + event("2027-01-01");
  const auto found = compared(same);
  EXPECT_TRUE(found.compared);
  EXPECT_THAT(found.only_there, IsEmpty());
  EXPECT_THAT(found.only_here, IsEmpty()) << "the Saturday makes no difference";
  EXPECT_EQ(found.first, base::Date{year{2026} / January / 1});
  EXPECT_EQ(found.last, base::Date{year{2027} / December / 31});
}

TEST(BankHolidaysFile, tells_the_days_that_differ_and_those_after_the_end) {
  const auto found = compared(event("2026-01-01") + "," + event("2026-06-15", "Proclaimed") + "," +
                              event("2026-12-25") + "," + event("2028-01-03", "New Year’s Day"));
  EXPECT_THAT(found.only_there, ElementsAre(Field(&NamedHoliday::title, "Proclaimed")));
  EXPECT_THAT(found.only_here, ElementsAre(base::Date{year{2026} / December / 28},
                                           base::Date{year{2027} / January / 1}));
  EXPECT_THAT(found.beyond, ElementsAre(Field(&NamedHoliday::title, "New Year’s Day")));
}

TEST(BankHolidaysFile, is_not_compared_with_years_that_only_one_list_has) {
  EXPECT_FALSE(compared(event("2024-01-01")).compared);
  EXPECT_THAT(compared(event("2027-01-01")).only_here, IsEmpty()) << "of 2026 it says nothing";
}

}  // namespace
}  // namespace throughline::record
