#include "formats/svg_chart.hpp"

#include "formats/axis.hpp"
#include "unit/formats/well_formed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline::formats {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

const base::Date january{2026y, std::chrono::January, 1d};

LineChart chart_of(const std::vector<double>& values) {
  LineChart chart{.id = "chart", .title = "Visits on time", .description = "Rising since March"};
  for (std::size_t i = 0; i < values.size(); ++i)
    chart.points.push_back({base::add_months(january, static_cast<int>(i)), values[i]});
  if (!values.empty())
    chart.segments.push_back({chart.points.front().date, chart.points.back().date, 5, 0, 10});
  return chart;
}

TEST(LineChart, is_named_and_described_once_for_each_width) {
  const auto markup = line_chart(chart_of({1, 2, 3}));
  EXPECT_TRUE(well_formed(markup));
  EXPECT_THAT(markup, HasSubstr("role=\"img\""));
  EXPECT_THAT(markup, HasSubstr("aria-labelledby=\"chart-wide-title chart-wide-description\""));
  EXPECT_THAT(markup, HasSubstr("<title id=\"chart-narrow-title\">Visits on time</title>"));
}

TEST(LineChart, carries_no_style_and_no_script) {
  const auto markup = line_chart(chart_of({1, 2, 3}));
  EXPECT_THAT(markup, Not(HasSubstr("style")));
  EXPECT_THAT(markup, Not(HasSubstr("<script")));
}

TEST(LineChart, escapes_every_word_it_is_given) {
  auto chart = chart_of({1, 2});
  chart.title = "<b>\"&";
  chart.marks.push_back({january, "<script>alert(1)</script>"});
  chart.points[0].words = "<i>";
  chart.suffix = "<u>";
  const auto markup = line_chart(chart);
  EXPECT_TRUE(well_formed(markup));
  EXPECT_THAT(markup, Not(HasSubstr("<script")));
  EXPECT_THAT(markup, Not(HasSubstr("<u>")));
}

TEST(LineChart, says_what_each_shape_means) {
  auto chart = chart_of({1, 2, 3});
  chart.points[0].style = PointStyle::better;
  chart.points[1].style = PointStyle::worse;
  const auto markup = line_chart(chart);
  for (const char* words : {">Improvement<", ">Concern<", ">As usual<"})
    EXPECT_THAT(markup, HasSubstr(words));
  EXPECT_THAT(markup, Not(HasSubstr(">Unusual<")));
  EXPECT_THAT(markup, HasSubstr("1 January 2026: 1, Improvement"));
}

TEST(LineChart, shows_target_and_marks_outside_the_points) {
  auto chart = chart_of({1, 2, 3});
  chart.target = 90;
  chart.suffix = "%";
  chart.marks = {{base::add_months(january, 9), "Training began"}};
  const auto markup = line_chart(chart);
  EXPECT_THAT(markup, HasSubstr("Target 90%"));
  EXPECT_THAT(markup, HasSubstr("Training began"));
}

TEST(LineChart, is_empty_without_points) {
  EXPECT_EQ(line_chart(chart_of({})), "");
}

RC_GTEST_PROP(LineChartProperty, is_well_formed_and_finite_for_any_values, ()) {
  const auto values = *rc::gen::container<std::vector<double>>(
      rc::gen::map(rc::gen::inRange(-1000000, 1000000), [](int i) { return i / 100.0; }));
  auto chart = chart_of(values);
  const int marks = *rc::gen::inRange(0, 5);
  for (int i = 0; i < marks; ++i)
    chart.marks.push_back({base::add_days(january, *rc::gen::inRange(-400, 400)), "Mark"});
  const auto markup = line_chart(chart);
  RC_ASSERT(values.empty() || well_formed(markup));
  RC_ASSERT(markup.find("nan") == std::string::npos);
  RC_ASSERT(markup.find("inf") == std::string::npos);
}

TEST(ColumnChart, draws_a_column_for_each_month_with_its_words) {
  const auto markup = column_chart({.id = "cases",
                                    .title = "Cases",
                                    .description = "By month",
                                    .first_month = january,
                                    .series = {{"Complaints", {1, 0, 3}}, {"Ideas", {2, 0, 0}}}});
  EXPECT_TRUE(well_formed(markup));
  EXPECT_THAT(markup, HasSubstr("January 2026: 1 Complaints, 2 Ideas"));
  EXPECT_THAT(markup, HasSubstr("February 2026: 0 Complaints, 0 Ideas"));
  EXPECT_THAT(markup, HasSubstr(">Ideas<"));
}

TEST(ColumnChart, copes_with_nothing_and_with_only_noughts) {
  EXPECT_EQ(column_chart({.id = "x", .title = "x", .description = "x", .first_month = january}),
            "");
  EXPECT_TRUE(well_formed(column_chart({.id = "x",
                                        .title = "x",
                                        .description = "x",
                                        .first_month = january,
                                        .series = {{"Cases", {0, 0}}}})));
}

TEST(Axis, covers_the_data_with_round_numbers) {
  EXPECT_EQ(round_ticks(0, 18, 5), (std::vector<double>{0, 5, 10, 15, 20}));
  EXPECT_EQ(round_ticks(-3.06, 10, 5).front(), -5);
  EXPECT_GE(round_ticks(7, 7, 5).size(), 2u);
  EXPECT_GE(round_ticks(0, 0, 5).size(), 2u);
  EXPECT_EQ(decimals_of({0, 0.25, 0.5}), 2);
}

TEST(Axis, names_months_and_years_without_crowding) {
  const auto ticks = date_ticks(january, base::add_months(january, 23), 8);
  EXPECT_EQ(ticks.size(), 8u);
  EXPECT_EQ(ticks[0].label, "Jan");
  EXPECT_EQ(ticks[0].year, "2026");
  EXPECT_EQ(ticks[1].label, "Apr");
  EXPECT_EQ(ticks[1].year, "");
  EXPECT_EQ(date_ticks(january, base::add_days(january, 20), 30)[1].label, "2 Jan");
  for (const int most : {1, 2, 5})
    EXPECT_LE(date_ticks(january, base::add_months(january, 300), most).size(),
              static_cast<std::size_t>(most) + 1);
}

}  // namespace
}  // namespace throughline::formats
