#include "count/measure_chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::count {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

const Measure on_time{.ref = "MEASURE-1",
                      .name = "Visits on time",
                      .counts = "",
                      .unit = Unit::percent,
                      .improvement = stats::Improvement::increase,
                      .target = 90,
                      .source = "",
                      .frequency = Frequency::monthly,
                      .created = ""};

std::vector<stats::Observation> series_of(const std::vector<double>& values) {
  std::vector<stats::Observation> series;
  for (std::size_t i = 0; i < values.size(); ++i)
    series.push_back(
        {base::add_months({2025y, std::chrono::January, 1d}, static_cast<int>(i)), values[i]});
  return series;
}

TEST(MeasureChart, takes_direction_and_target_from_the_measure) {
  const auto chart = chart_of(on_time, series_of({60, 62, 60, 62, 60, 62, 80})).value();
  EXPECT_EQ(chart.variation, stats::Variation::improvement_high);
  EXPECT_EQ(chart.assurance, stats::Assurance::consistently_fails);
  const auto words = in_words(on_time, chart);
  EXPECT_THAT(words, HasSubstr("an improvement, unusually high (outside the limits)"));
  EXPECT_THAT(words, HasSubstr("The target is missed every time"));
  EXPECT_THAT(words, HasSubstr("trial limits"));
}

TEST(MeasureChart, is_drawn_with_its_unit_segments_and_marks) {
  const auto chart =
      chart_of(on_time, series_of({60, 62, 60, 62}), {.rebase = {{2025y, std::chrono::March, 1d}}})
          .value();
  const auto drawing = drawing_of(on_time, chart, {{{2025y, std::chrono::March, 1d}, "Began"}});
  EXPECT_EQ(drawing.suffix, "%");
  EXPECT_EQ(drawing.segments.size(), 2u);
  EXPECT_EQ(drawing.marks.size(), 1u);
  EXPECT_THAT(drawing.description, HasSubstr("4 values from 1 January 2025 to 1 April 2025"));
}

TEST(MeasureChart, is_refused_without_values) {
  EXPECT_FALSE(chart_of(on_time, {}));
}

}  // namespace
}  // namespace throughline::count
