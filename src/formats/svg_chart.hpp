#pragma once

// Charts drawn as SVG on the server, so that they work without JavaScript, in print and in a
// report. Each is drawn twice, for wide and for narrow screens: type stays readable at both, and
// the page shows one (class chart__wide or chart__narrow). Nothing depends on colour alone: points
// have shapes, lines have labels. A chart is never the only way to the figures: pages give the
// table too.

#include "base/date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::formats {

enum class PointStyle { usual, better, worse, unusual };

struct ChartPoint {
  base::Date date;
  double value = 0;
  PointStyle style = PointStyle::usual;
  std::string words{};  // shown when the point is pointed at: "outside the limits"
};

// A stretch with its own mean and limits.
struct ChartSegment {
  base::Date from;
  base::Date to;
  double mean = 0;
  std::optional<double> lower{};
  std::optional<double> upper{};
};

struct ChartMark {
  base::Date date;
  std::string label;  // "Training began"
};

struct LineChart {
  std::string id;  // unique in the page: letters, digits and dashes
  std::string title;
  std::string
      description;       // what the chart shows, in a sentence or two, for those who cannot see it
  std::string prefix{};  // "£"
  std::string suffix{};  // "%"
  std::vector<ChartPoint> points{};  // in order of date
  std::vector<ChartSegment> segments{};
  std::optional<double> target{};
  std::vector<ChartMark> marks{};
};

// Both drawings inside <div class="chart">; empty when there are no points.
[[nodiscard]] std::string line_chart(const LineChart& chart);

struct ColumnSeries {
  std::string name;
  std::vector<double> counts;  // one for each month
};

struct ColumnChart {
  std::string id;
  std::string title;
  std::string description;
  base::Date first_month;
  std::vector<ColumnSeries> series{};  // one to four, stacked; all of the same length
};

// Both drawings inside <div class="chart">; empty when there are no months.
[[nodiscard]] std::string column_chart(const ColumnChart& chart);

}  // namespace throughline::formats
