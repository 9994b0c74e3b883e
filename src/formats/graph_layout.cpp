#include "formats/graph_layout.hpp"

#include <algorithm>

namespace throughline::formats {
namespace {

constexpr double pass_height = 10;
constexpr int sweeps = 8;

// A box, or the place where an edge passes through a layer.
struct Cell {
  double height = 0;
  double middle = 0;
  std::vector<std::size_t> neighbours;  // in the layers beside it
};

class Layout {
 public:
  Layout(const std::vector<LayoutBox>& boxes, const std::vector<LayoutEdge>& edges,
         std::size_t layers, double gap)
      : gap_(gap), layers_(layers), passes_(edges.size()) {
    for (const auto& box : boxes) add(box.layer, box.height);
    for (std::size_t i = 0; i < edges.size(); ++i) thread(boxes, edges[i], passes_[i]);
    for (auto& layer : layers_) stack(layer);
    for (int sweep = 0; sweep < sweeps; ++sweep) settle(sweep % 2 == 0);
  }

  [[nodiscard]] Placed placed(std::size_t boxes) const {
    double top = 0;
    double bottom = 0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const double cell_top = cells_[i].middle - cells_[i].height / 2;
      top = i == 0 ? cell_top : std::min(top, cell_top);
      bottom = std::max(bottom, cells_[i].middle + cells_[i].height / 2);
    }
    Placed result;
    for (std::size_t i = 0; i < boxes; ++i)
      result.tops.push_back(cells_[i].middle - cells_[i].height / 2 - top);
    for (const auto& cells : passes_) {
      result.passes.emplace_back();
      for (const auto cell : cells) result.passes.back().push_back(cells_[cell].middle - top);
    }
    result.height = bottom - top;
    return result;
  }

 private:
  std::size_t add(std::size_t layer, double height) {
    cells_.push_back({height, 0, {}});
    layers_.at(layer).push_back(cells_.size() - 1);
    return cells_.size() - 1;
  }

  void join(std::size_t one, std::size_t other) {
    cells_[one].neighbours.push_back(other);
    cells_[other].neighbours.push_back(one);
  }

  void thread(const std::vector<LayoutBox>& boxes, const LayoutEdge& edge,
              std::vector<std::size_t>& passes) {
    std::size_t low = edge.from;
    std::size_t high = edge.to;
    if (boxes.at(low).layer > boxes.at(high).layer) std::swap(low, high);
    std::size_t previous = low;
    for (std::size_t layer = boxes[low].layer + 1; layer < boxes[high].layer; ++layer) {
      const std::size_t cell = add(layer, pass_height);
      join(previous, cell);
      passes.push_back(cell);
      previous = cell;
    }
    if (boxes[low].layer != boxes[high].layer) join(previous, high);
  }

  // One below the other, centred on height 0.
  void stack(const std::vector<std::size_t>& layer) {
    double total = -gap_;
    for (const auto cell : layer) total += cells_[cell].height + gap_;
    double top = -total / 2;
    for (const auto cell : layer) {
      cells_[cell].middle = top + cells_[cell].height / 2;
      top += cells_[cell].height + gap_;
    }
  }

  [[nodiscard]] double wish(std::size_t cell) const {
    const auto& neighbours = cells_[cell].neighbours;
    if (neighbours.empty()) return cells_[cell].middle;
    double sum = 0;
    for (const auto neighbour : neighbours) sum += cells_[neighbour].middle;
    return sum / static_cast<double>(neighbours.size());
  }

  // Each cell moves towards the middle of what it is joined to, in the order of those wishes, and
  // is then pushed clear of its neighbours.
  void settle(bool forward) {
    for (std::size_t i = 0; i < layers_.size(); ++i) {
      auto& layer = layers_[forward ? i : layers_.size() - 1 - i];
      std::vector<std::pair<double, std::size_t>> wishes;
      for (const auto cell : layer) wishes.emplace_back(wish(cell), cell);
      std::ranges::stable_sort(wishes, {}, &std::pair<double, std::size_t>::first);
      double shift = 0;
      for (std::size_t k = 0; k < wishes.size(); ++k) {
        const auto [wished, cell] = wishes[k];
        layer[k] = cell;
        cells_[cell].middle = wished;
        if (k == 0) continue;
        const auto& above = cells_[layer[k - 1]];
        cells_[cell].middle =
            std::max(wished, above.middle + (above.height + cells_[cell].height) / 2 + gap_);
        shift += cells_[cell].middle - wished;
      }
      // Pushing only ever moved down: the layer goes back up by as much on average.
      for (const auto cell : layer)
        cells_[cell].middle -= shift / static_cast<double>(layer.size());
    }
  }

  double gap_;
  std::vector<Cell> cells_;
  std::vector<std::vector<std::size_t>> layers_;
  std::vector<std::vector<std::size_t>> passes_;
};

}  // namespace

Placed place(const std::vector<LayoutBox>& boxes, const std::vector<LayoutEdge>& edges,
             std::size_t layers, double gap) {
  return Layout(boxes, edges, layers, gap).placed(boxes.size());
}

}  // namespace throughline::formats
