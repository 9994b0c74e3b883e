#include "web/record/trace_drawing.hpp"

#include "base/date.hpp"
#include "formats/svg_graph.hpp"

#include <map>

namespace throughline::web {

namespace {

constexpr std::size_t most_drawn = 40;

std::size_t column_of(std::string_view ref) {
  using record::NodeKind;
  switch (record::kind_of(ref).value_or(NodeKind::case_)) {
    case NodeKind::case_:
    case NodeKind::wave:
    case NodeKind::document:
    case NodeKind::elsewhere:
    case NodeKind::report:
      return 0;
    case NodeKind::ombudsman:
    case NodeKind::project:
    case NodeKind::joint_review:
      return 1;
    case NodeKind::theme:
    case NodeKind::letter:
    case NodeKind::follow_up:
      return 1;
    case NodeKind::action:
      return 2;
    case NodeKind::measure:
      return 3;
    case NodeKind::proof:
      return 4;
    case NodeKind::evidence:
      return 5;
    case NodeKind::score:
      return 6;
    case NodeKind::publication:
    case NodeKind::local_account:
      return 7;
  }
  return 0;
}

formats::GraphNode box_for(const record::Node& node) {
  const auto kind = record::kind_of(node.ref);
  const auto date = base::date_from_text(node.dated);
  formats::GraphNode box;
  box.column = column_of(node.ref);
  box.kind = (kind ? std::string(record::label(*kind)) + " " : "") + node.ref;
  box.title = node.title;
  box.note = date ? base::to_long_text(*date) : node.dated;
  if (!node.state.empty()) box.note += (box.note.empty() ? "" : ", ") + node.state;
  box.href = record::page_of(node.ref);
  return box;
}

}  // namespace

std::string trace_drawing(const record::Trace& trace) {
  formats::Graph graph;
  std::map<std::string, std::size_t> places;  // a record stands once, however often it is listed
  std::vector<std::size_t> place_of_step;
  for (const auto& step : trace.steps) {
    const auto [place, added] = places.emplace(step.node.ref, graph.nodes.size());
    if (added) graph.nodes.push_back(box_for(step.node));
    place_of_step.push_back(place->second);
    if (step.parent < 0) continue;
    const auto parent = place_of_step[static_cast<std::size_t>(step.parent)];
    const auto label = std::string(record::forward_label(step.relation));
    // Arrows always point along the line, whichever way the trace was walked.
    if (trace.direction == record::Direction::forward) {
      graph.edges.push_back({parent, place->second, label});
    } else {
      graph.edges.push_back({place->second, parent, label});
    }
  }
  if (graph.nodes.size() < 2 || graph.nodes.size() > most_drawn) return "";
  graph.nodes.front().marked = true;
  graph.id = "trace";
  graph.title = "The trace of " + trace.steps.front().node.ref;
  graph.description = "The same records and links as in the list below, drawn from left to right.";
  graph.columns = {"Voices", "Themes",   "Actions", "Measures",
                   "Proof",  "Evidence", "Scores",  "Published"};
  return formats::graph(graph);
}

}  // namespace throughline::web
