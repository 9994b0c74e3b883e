#include "count/values_file.hpp"

#include <gtest/gtest.h>

namespace throughline::count {
namespace {

using namespace std::chrono_literals;

const ValueRules until_march{.latest = base::Date{2026y, std::chrono::March, 31d},
                             .unit = Unit::percent};

TEST(ValuesFile, reads_dates_values_and_notes) {
  const auto file = read_values_file(
      "Date,Value,Note\n2026-01-31,12%,\"after, training\"\n28/02/2026,13.5,\n", until_march);
  ASSERT_TRUE(file);
  ASSERT_EQ(file->good.size(), 2u);
  EXPECT_EQ(file->good[0].note, "after, training");
  EXPECT_DOUBLE_EQ(file->good[0].value, 12);
  EXPECT_EQ(file->good[1].date, (base::Date{2026y, std::chrono::February, 28d}));
  EXPECT_EQ(file->good[1].row, 3);
}

TEST(ValuesFile, reads_what_a_spreadsheet_pastes_without_a_heading) {
  const auto file = read_values_file("31/01/2026\t12\n28/02/2026\t13\tquiet month\n", until_march);
  ASSERT_TRUE(file);
  ASSERT_EQ(file->good.size(), 2u);
  EXPECT_EQ(file->good[0].row, 1);
  EXPECT_EQ(file->good[1].note, "quiet month");
}

TEST(ValuesFile, gives_every_bad_row_its_number_and_reason) {
  const auto file = read_values_file(
      "date,value\n2026-01-31,ten\n2026-13-01,5\n2026-04-01,5\n2026-02-28,120\n2026-02-27,\n"
      "2026-02-26,7\n26/02/2026,8\n\xA3"
      "5,1\n",
      until_march);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->good.size(), 1u);
  std::vector<int> rows;
  for (const auto& problem : file->bad) rows.push_back(problem.row);
  EXPECT_EQ(rows, (std::vector<int>{2, 3, 4, 5, 6, 8, 9}));
  EXPECT_NE(file->bad[5].message.find("row 7"), std::string::npos) << file->bad[5].message;
}

TEST(ValuesFile, names_the_columns_that_are_missing) {
  const auto file = read_values_file("month,figure\n2026-01-31,1\n", until_march);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().problems.size(), 2u);
}

TEST(ValuesFile, passes_over_rows_that_a_spreadsheet_left_empty) {
  EXPECT_EQ(read_values_file("date,value\n2026-01-31,1\n,\n,\n", until_march)->bad.size(), 0u);
}

TEST(ValuesFile, refuses_an_empty_file) {
  EXPECT_FALSE(read_values_file("", until_march));
  EXPECT_FALSE(read_values_file("date,value\n", until_march));
}

TEST(ValuesFile, holds_a_value_to_its_unit) {
  const auto fits = [](const char* value, Unit unit) {
    return read_value("2026-01-31", value, "", "", "", {.unit = unit}).has_value();
  };
  EXPECT_TRUE(fits("12%", Unit::percent));
  EXPECT_FALSE(fits("12%", Unit::days));
  EXPECT_FALSE(fits("101", Unit::percent));
  EXPECT_FALSE(fits("-1", Unit::people));
  EXPECT_FALSE(fits("1.5", Unit::people));
  EXPECT_TRUE(fits("1,234", Unit::people));
  EXPECT_TRUE(fits("1.5", Unit::days));
  EXPECT_TRUE(
      fits("-\u00A3"
           "3.50",
           Unit::pounds));
  EXPECT_FALSE(
      fits("\u00A3"
           "3.50",
           Unit::rate));
}

TEST(ValuesFile, reports_every_problem_of_a_typed_value_at_once) {
  const auto value = read_value("soon", "many", "x", "0", "", {});
  ASSERT_FALSE(value);
  EXPECT_EQ(value.error().problems.size(), 4u);
}

TEST(Unit, is_said_with_its_value) {
  EXPECT_EQ(with_unit(12.5, Unit::percent), "12.5%");
  EXPECT_EQ(with_unit(1234, Unit::people), "1,234 people");
  EXPECT_EQ(with_unit(1, Unit::days), "1 day");
  EXPECT_EQ(with_unit(-3.5, Unit::pounds),
            "-\u00A3"
            "3.5");
}

}  // namespace
}  // namespace throughline::count
