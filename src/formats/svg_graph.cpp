#include "formats/svg_graph.hpp"

#include "formats/graph_layout.hpp"
#include "formats/svg.hpp"

#include <algorithm>
#include <map>

namespace throughline::formats {
namespace {

namespace colour = svg::colour;

constexpr double box_width = 190;
constexpr double column_gap = 62;
constexpr double padding = 14;
constexpr double margin = 6;
constexpr double heading_height = 40;
constexpr double title_size = 15;
constexpr double small_size = 13;
constexpr double row_gap = 22;
constexpr double line_height = 1.3;

struct Box {
  std::vector<std::string> kind;
  std::vector<std::string> title;
  std::vector<std::string> note;
  double height = 0;
};

Box box_of(const GraphNode& node) {
  constexpr double width = box_width - 2 * padding;
  Box box{svg::wrapped(node.kind, small_size, width, 1),
          svg::wrapped(node.title, title_size, width, 4),
          svg::wrapped(node.note, small_size, width, 2), 0};
  const auto small = static_cast<double>(box.kind.size() + box.note.size());
  box.height =
      2 * padding - 4 +
      line_height * (small * small_size + static_cast<double>(box.title.size()) * title_size);
  return box;
}

std::string lines(const std::vector<std::string>& words, double x, double& y,
                  const svg::TextStyle& style) {
  std::string out;
  for (const auto& line : words) {
    y += style.size * line_height;
    out += svg::text(x, y - style.size * 0.3, line, style);
  }
  return out;
}

std::string draw_box(const GraphNode& node, const Box& box, double x, double y) {
  std::string out =
      svg::element("rect", {{"x", svg::number(x)},
                            {"y", svg::number(y)},
                            {"width", svg::number(box_width)},
                            {"height", svg::number(box.height)},
                            {"rx", "6"},
                            {"fill", std::string(node.marked ? colour::band : colour::white)},
                            {"stroke", std::string(node.marked ? colour::ink : colour::usual)},
                            {"stroke-width", node.marked ? "3" : "1.5"}});
  double line = y + padding - 2;
  out += lines(box.kind, x + padding, line, {.size = small_size, .fill = colour::quiet});
  out += lines(box.title, x + padding, line, {.size = title_size, .bold = true});
  out += lines(box.note, x + padding, line, {.size = small_size, .fill = colour::quiet});
  if (node.href.empty()) return svg::element("g", {{"class", "graph__box"}}, out);
  return svg::element("a", {{"href", node.href}, {"class", "graph__box"}}, out);
}

struct Point {
  double x;
  double y;
};

std::string curve_to(Point from, Point to) {
  const double half = (to.x - from.x) / 2;
  return "C" + svg::number(from.x + half) + " " + svg::number(from.y) + " " +
         svg::number(to.x - half) + " " + svg::number(to.y) + " " + svg::number(to.x) + " " +
         svg::number(to.y);
}

std::string arrow(const std::string& path, Point tip, double direction, const std::string& label) {
  const std::string stroke(colour::usual);
  const std::string head = "M" + svg::number(tip.x) + " " + svg::number(tip.y) + "l" +
                           svg::number(-9 * direction) + " -5v10Z";
  return svg::element(
      "g", {},
      (label.empty() ? "" : svg::element("title", {}, svg::escaped(label))) +
          svg::element(
              "path",
              {{"d", path}, {"fill", "none"}, {"stroke", stroke}, {"stroke-width", "1.5"}}) +
          svg::element("path", {{"d", head}, {"fill", stroke}}));
}

class GraphDrawing {
 public:
  explicit GraphDrawing(const Graph& graph) : graph_(graph) {
    for (const auto& node : graph.nodes) {
      (void)graph.columns.at(node.column);
      layers_.emplace(node.column, 0);
    }
    std::size_t next = 0;
    for (auto& [column, layer] : layers_) layer = next++;
    std::vector<LayoutBox> cells;
    for (const auto& node : graph.nodes) {
      boxes_.push_back(box_of(node));
      cells.push_back({layers_.at(node.column), boxes_.back().height});
    }
    std::vector<LayoutEdge> edges;
    for (const auto& edge : graph.edges) edges.push_back({edge.from, edge.to});
    placed_ = place(cells, edges, layers_.size(), row_gap);
  }

  [[nodiscard]] std::string markup() const {
    const auto count = static_cast<double>(layers_.size());
    std::string content = headings();
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) content += draw_edge(i);
    for (std::size_t i = 0; i < boxes_.size(); ++i)
      content += draw_box(graph_.nodes[i], boxes_[i], left(i), top(i));
    return svg::drawing({.id = graph_.id,
                         .css_class = "graph graph--columns-" + std::to_string(layers_.size()),
                         .title = graph_.title,
                         .description = graph_.description,
                         // Room on the right for arrows between boxes of the last column.
                         .width = 2 * margin + count * box_width + (count - 1) * column_gap + 24,
                         .height = heading_height + placed_.height + 2 * margin,
                         .role = "group"},
                        content);
  }

 private:
  [[nodiscard]] double left_of(std::size_t layer) const {
    return margin + static_cast<double>(layer) * (box_width + column_gap);
  }
  [[nodiscard]] double left(std::size_t node) const {
    return left_of(layers_.at(graph_.nodes[node].column));
  }
  [[nodiscard]] double top(std::size_t node) const {
    return heading_height + margin + placed_.tops[node];
  }
  [[nodiscard]] double middle(std::size_t node) const {
    return top(node) + boxes_[node].height / 2;
  }

  [[nodiscard]] std::string headings() const {
    std::string out;
    for (const auto& [column, layer] : layers_) {
      out += svg::text(left_of(layer), 20, graph_.columns[column],
                       {.size = title_size, .fill = colour::quiet, .bold = true});
      out += svg::element("line", {{"x1", svg::number(left_of(layer))},
                                   {"x2", svg::number(left_of(layer) + box_width)},
                                   {"y1", "30"},
                                   {"y2", "30"},
                                   {"stroke", std::string(colour::grid)},
                                   {"stroke-width", "2"}});
    }
    return out;
  }

  [[nodiscard]] std::string draw_edge(std::size_t index) const {
    const auto& edge = graph_.edges[index];
    const std::size_t from_layer = layers_.at(graph_.nodes[edge.from].column);
    const std::size_t to_layer = layers_.at(graph_.nodes[edge.to].column);
    if (from_layer == to_layer) return draw_within(edge);
    const bool forward = from_layer < to_layer;
    const Point begin{left(edge.from) + (forward ? box_width : 0), middle(edge.from)};
    const Point tip{left(edge.to) + (forward ? 0 : box_width), middle(edge.to)};
    auto passes = placed_.passes[index];
    if (!forward) std::ranges::reverse(passes);
    Point at = begin;
    std::string path = "M" + svg::number(at.x) + " " + svg::number(at.y);
    for (std::size_t i = 0; i < passes.size(); ++i) {
      const std::size_t layer = forward ? from_layer + 1 + i : from_layer - 1 - i;
      const double y = heading_height + margin + passes[i];
      const double enter = left_of(layer) + (forward ? 0 : box_width);
      const double leave = left_of(layer) + (forward ? box_width : 0);
      path += curve_to(at, {enter, y}) + "H" + svg::number(leave);
      at = {leave, y};
    }
    const double direction = forward ? 1 : -1;
    path += curve_to(at, {tip.x - 8 * direction, tip.y});
    return arrow(path, tip, direction, edge.label);
  }

  [[nodiscard]] std::string draw_within(const GraphEdge& edge) const {
    const double right = left(edge.from) + box_width;
    const double out = right + 26;
    const std::string path = "M" + svg::number(right) + " " + svg::number(middle(edge.from)) + "C" +
                             svg::number(out) + " " + svg::number(middle(edge.from)) + " " +
                             svg::number(out) + " " + svg::number(middle(edge.to)) + " " +
                             svg::number(right + 8) + " " + svg::number(middle(edge.to));
    return arrow(path, {right, middle(edge.to)}, -1, edge.label);
  }

  const Graph& graph_;
  std::map<std::size_t, std::size_t> layers_;  // column -> drawn layer
  std::vector<Box> boxes_;
  Placed placed_;
};

}  // namespace

std::string graph(const Graph& graph) {
  if (graph.nodes.empty()) return {};
  return GraphDrawing(graph).markup();
}

}  // namespace throughline::formats
