#pragma once

// Where the boxes of a graph stand: layer by layer, with few crossings, and room left for arrows
// that pass through a column. Not for pages.

#include <cstddef>
#include <vector>

namespace throughline::formats {

struct LayoutBox {
  std::size_t layer = 0;
  double height = 0;
};

struct LayoutEdge {
  std::size_t from = 0;
  std::size_t to = 0;
};

struct Placed {
  std::vector<double> tops;  // of each box
  // For each edge, the heights at which it passes through the layers between its two ends, from the
  // lower layer to the higher.
  std::vector<std::vector<double>> passes;
  double height = 0;
};

[[nodiscard]] Placed place(const std::vector<LayoutBox>& boxes,
                           const std::vector<LayoutEdge>& edges, std::size_t layers, double gap);

}  // namespace throughline::formats
