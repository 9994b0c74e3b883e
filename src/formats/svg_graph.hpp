#pragma once

// A graph drawn as SVG: boxes in columns from left to right, joined by arrows. It knows labels and
// links, not what they stand for. Drawn for the eye: a page gives the same as a list.

#include <cstddef>
#include <string>
#include <vector>

namespace throughline::formats {

struct GraphNode {
  std::size_t column = 0;
  std::string kind;     // small, above: "Case"
  std::string title;    // wrapped, at most four lines
  std::string note;     // small, below: "3 March 2026, closed"; may be empty
  std::string href;     // empty: no link
  bool marked = false;  // the one the drawing is about
};

struct GraphEdge {
  std::size_t from = 0;  // index into nodes
  std::size_t to = 0;
  std::string label{};  // shown when the arrow is pointed at
};

struct Graph {
  std::string id;  // unique in the page
  std::string title;
  std::string description;
  std::vector<std::string> columns;  // headings; columns without a node are left out
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

// The drawing, with the class "graph graph--columns-N" for N drawn columns; empty without nodes.
// Boxes with an href are links, so the drawing is a group to assistive technology, not an image.
// Throws std::out_of_range when an edge or a column does not exist (a bug).
[[nodiscard]] std::string graph(const Graph& graph);

}  // namespace throughline::formats
