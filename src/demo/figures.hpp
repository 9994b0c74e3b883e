#pragma once

// The figures of the demo council: a value for each of the 36 months of each measure, drawn around
// the level that the script gives, and drawn again until the verdict on every action that should
// move the measure is the one that the script tells.

#include "demo/known.hpp"

#include <map>
#include <string>
#include <vector>

namespace throughline::demo {

struct Figure {
  base::Date month;        // the first day
  base::Date recorded_on;  // about a week into the next month
  double value = 0;
  std::string typed;  // as a person would enter it
};

using Figures = std::map<std::string, std::vector<Figure>>;  // by the measure's key

// Throws std::logic_error when no draw tells the story: the script contradicts itself.
[[nodiscard]] Figures draw_figures(const Known& known);

}  // namespace throughline::demo
