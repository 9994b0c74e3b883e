#include "formats/number.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline::formats {
namespace {

TEST(Number, reads_numbers_as_people_write_them) {
  EXPECT_DOUBLE_EQ(number_from_text("1,234").value().value, 1234);
  EXPECT_DOUBLE_EQ(number_from_text(" 1,234,567.5 ").value().value, 1234567.5);
  EXPECT_DOUBLE_EQ(number_from_text("-0.5").value().value, -0.5);
  EXPECT_DOUBLE_EQ(number_from_text("\u2212"
                                    "3")
                       .value()
                       .value,
                   -3);
  EXPECT_DOUBLE_EQ(number_from_text(".5").value().value, 0.5);
  EXPECT_DOUBLE_EQ(number_from_text("1.2E+03").value().value, 1200);
}

TEST(Number, keeps_the_mark_apart_from_the_value) {
  EXPECT_EQ(number_from_text("12%").value().mark, NumberMark::percent);
  EXPECT_DOUBLE_EQ(number_from_text("12 %").value().value, 12);
  EXPECT_EQ(number_from_text("\u00A3"
                             "3.50")
                .value()
                .mark,
            NumberMark::pounds);
  EXPECT_DOUBLE_EQ(number_from_text("-\u00A3"
                                    "3.50")
                       .value()
                       .value,
                   -3.5);
}

TEST(Number, refuses_what_can_be_read_in_two_ways_or_not_at_all) {
  for (const char* text : {"", " ", "n/a", "1,5", "1.234.567", "12,34", ",123", "1,234,56", "--1",
                           "1 2", "%", "nan", "inf", "0x10", "1e999", "5 people",
                           "\u00A3"
                           "5%"})
    EXPECT_FALSE(number_from_text(text)) << text;
}

TEST(Number, is_written_shortly_and_for_people) {
  EXPECT_EQ(to_text(1234.0), "1234");
  EXPECT_EQ(to_text(0.1), "0.1");
  EXPECT_EQ(to_text(-0.0), "0");
  EXPECT_EQ(to_grouped_text(1234567.891), "1,234,567.89");
  EXPECT_EQ(to_grouped_text(-1234), "-1,234");
  EXPECT_EQ(to_grouped_text(999.999, 1), "1,000");
  EXPECT_EQ(to_grouped_text(-0.001), "0");
}

RC_GTEST_PROP(NumberProperty, reads_back_what_it_wrote, (double value)) {
  RC_ASSERT(number_from_text(to_text(value)).value().value == value);
}

}  // namespace
}  // namespace throughline::formats
