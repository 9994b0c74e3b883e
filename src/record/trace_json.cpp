#include "record/trace.hpp"

#include <boost/json.hpp>

namespace throughline::record {

namespace {

boost::json::object object_of(const TraceStep& step) {
  const auto kind = kind_of(step.node.ref);
  boost::json::object object;
  object["ref"] = step.node.ref;
  object["kind"] = kind ? std::string(label(*kind)) : std::string();
  object["title"] = step.node.title;
  object["dated"] = step.node.dated;
  object["state"] = step.node.state;
  object["page"] = kind ? page_of(step.node.ref) : std::string();
  if (step.depth > 0) object["seen_before"] = step.seen_before;
  return object;
}

}  // namespace

std::string trace_json(const Trace& trace) {
  std::vector<boost::json::array> links(trace.steps.size());
  boost::json::object root;
  // From the last step to the first: a step's own links are complete before it joins its parent's.
  for (std::size_t i = trace.steps.size(); i-- > 0;) {
    const TraceStep& step = trace.steps[i];
    boost::json::object object = object_of(step);
    // They were gathered from the last to the first.
    boost::json::array ordered;
    ordered.reserve(links[i].size());
    for (auto link = links[i].rbegin(); link != links[i].rend(); ++link) {
      ordered.push_back(std::move(*link));
    }
    if (step.parent < 0) {
      object["direction"] = trace.direction == Direction::back ? "back" : "forward";
      object["cut"] = trace.cut;
    }
    object["links"] = std::move(ordered);
    if (step.parent < 0) {
      root = std::move(object);
    } else {
      boost::json::object link;
      link["relation"] = to_text(step.relation);
      link["node"] = std::move(object);
      links[static_cast<std::size_t>(step.parent)].push_back(std::move(link));
    }
  }
  return boost::json::serialize(root);
}

}  // namespace throughline::record
