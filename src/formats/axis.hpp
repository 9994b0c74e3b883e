#pragma once

// Scales and their tick marks: round numbers up the side, months along the bottom.

#include "base/date.hpp"

#include <string>
#include <vector>

namespace throughline::formats {

// From data to drawing, in a straight line.
struct Scale {
  double from = 0;
  double to = 1;
  double drawn_from = 0;
  double drawn_to = 1;
  [[nodiscard]] double at(double value) const {
    return drawn_from + (value - from) / (to - from) * (drawn_to - drawn_from);
  }
};

// Round numbers that cover lowest to highest, about `count` of them; at least two.
[[nodiscard]] std::vector<double> round_ticks(double lowest, double highest, int count);
// As many decimals as the distance between ticks needs.
[[nodiscard]] int decimals_of(const std::vector<double>& ticks);

struct DateTick {
  base::Date date;
  std::string label;  // "Jan", or "3 Mar" on an axis of days
  std::string year;   // where the year begins or the axis does; else ""
};

// Whether an axis shows days; otherwise it shows months.
[[nodiscard]] bool shows_days(base::Date first, base::Date last);

// At most `most` ticks from first to last.
[[nodiscard]] std::vector<DateTick> date_ticks(base::Date first, base::Date last, int most);

}  // namespace throughline::formats
