#pragma once

// What the two kinds of chart share: their size, the grid and the key. Not for pages.

#include "formats/axis.hpp"

#include <string>
#include <vector>

namespace throughline::formats {

struct ChartSize {
  double width;
  double height;
  double type;   // size of letters
  double left;   // room for the numbers
  double right;  // room for the names of lines
  bool narrow;
};

inline constexpr ChartSize wide_chart{760, 400, 15, 58, 136, false};
inline constexpr ChartSize narrow_chart{340, 320, 13, 44, 62, true};

struct Plot {
  double left;
  double right;
  double top;
  double bottom;
};

[[nodiscard]] std::string grid(const Plot& plot, const Scale& up, const std::vector<double>& ticks,
                               const std::string& prefix, const std::string& suffix, double type);

// Month or day names under the plot, and years under those.
[[nodiscard]] std::string date_axis(const Plot& plot, const std::vector<DateTick>& ticks,
                                    const std::vector<double>& at, double type);

struct KeyEntry {
  std::string mark;  // drawn around (0, 0)
  std::string words;
};

struct Key {
  std::string markup;
  double height = 0;
};

// How much of it the names of months and years take.
[[nodiscard]] constexpr double date_axis_height(double type) {
  return 14 + type * 2.4;
}

// Above the plot, in as many rows as are needed.
[[nodiscard]] Key key(const std::vector<KeyEntry>& entries, double left, double right, double type);

}  // namespace throughline::formats
