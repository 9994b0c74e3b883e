#pragma once

// Shares as bars, one under the other, each with the line of its interval: what people answered.
// Drawn twice, for wide and for narrow screens, as the other charts (svg_chart.hpp); a page gives
// the table too.

#include <string>
#include <vector>

namespace throughline::formats {

// Units: shares from 0 to 1.
struct Bar {
  double share = 0;
  double lower = 0;  // of the interval
  double upper = 0;
  std::string words{};  // beside it: "45%"
};

struct BarRow {
  std::string label;
  std::vector<Bar> bars;  // one for each series
};

struct BarChart {
  std::string id;  // unique in the page: letters, digits and dashes
  std::string title;
  std::string description;
  std::vector<std::string> series{};  // names, when there is more than one: at most four
  std::vector<BarRow> rows{};
};

// Both drawings inside <div class="chart">; empty when there are no rows.
[[nodiscard]] std::string bar_chart(const BarChart& chart);

}  // namespace throughline::formats
