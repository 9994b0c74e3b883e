#include "formats/bar_chart.hpp"

#include "unit/formats/well_formed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::formats {
namespace {

using ::testing::HasSubstr;

BarChart two_answers() {
  return {"chart-1",
          "How safe do you feel?",
          "Half feel safe.",
          {},
          {{"Safe & sound", {{0.5, 0.4, 0.6, "50%"}}}, {"Not safe", {{0, 0, 0.1, "0%"}}}}};
}

TEST(BarChart, draws_each_answer_with_its_share_and_interval) {
  const auto drawn = bar_chart(two_answers());
  EXPECT_TRUE(well_formed(drawn));
  EXPECT_THAT(drawn, HasSubstr("Safe &amp; sound"));
  EXPECT_THAT(drawn, HasSubstr("50%"));
  EXPECT_THAT(drawn, HasSubstr("chart__narrow"));
  EXPECT_THAT(drawn, HasSubstr("chart-1-wide"));
}

TEST(BarChart, names_its_series_when_there_are_two) {
  auto chart = two_answers();
  for (auto& row : chart.rows) row.bars.push_back({0.25, 0.2, 0.3, "25%"});
  chart.series = {"Autumn 2025", "Autumn 2026"};
  EXPECT_THAT(bar_chart(chart), HasSubstr("Autumn 2025"));
}

TEST(BarChart, is_nothing_without_rows) {
  EXPECT_EQ(bar_chart({}), "");
}

}  // namespace
}  // namespace throughline::formats
