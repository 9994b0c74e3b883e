#include "web/record/trace_page.hpp"

#include "record/trace.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"
#include "web/record/trace_drawing.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct StepView {
  std::string ref;
  std::string kind;
  std::string title;
  std::string dated;
  std::string state;
  std::string href;
  std::string relation;  // how the record above is joined to this one
  bool seen_before = false;
  bool opens = false;        // the next step hangs from this one
  std::vector<bool> closes;  // one for each list that ends after this step
};
BOOST_DESCRIBE_STRUCT(StepView, (),
                      (ref, kind, title, dated, state, href, relation, seen_before, opens, closes))

struct TraceView {
  std::string ref;
  std::string title;
  std::string kind;
  std::string href;
  bool back = false;
  bool cut = false;
  std::vector<StepView> steps;
  templates::Value drawing;  // SVG
};
BOOST_DESCRIBE_STRUCT(TraceView, (), (ref, title, kind, href, back, cut, steps, drawing))

std::string kind_label(std::string_view ref) {
  const auto kind = record::kind_of(ref);
  return kind ? std::string(record::label(*kind)) : "Record";
}

std::string long_date(const std::string& dated) {
  const auto date = base::date_from_text(dated);
  return date ? base::to_long_text(*date) : dated;
}

record::Direction direction_of(const Call& call) {
  const auto asked = call.request.query.get("direction");
  if (asked == "back") return record::Direction::back;
  if (asked == "forward") return record::Direction::forward;
  return record::usual_direction(call.parameter("ref"));
}

base::Result<record::Trace> traced(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return record::trace(reader, call.authority.id, call.parameter("ref"), direction_of(call));
  });
}

StepView view_of(const record::TraceStep& step, record::Direction direction) {
  StepView view;
  view.ref = step.node.ref;
  view.kind = kind_label(step.node.ref);
  view.title = step.node.title;
  view.dated = long_date(step.node.dated);
  view.state = step.node.state;
  view.href = record::page_of(step.node.ref);
  view.seen_before = step.seen_before;
  if (step.depth > 0) {
    view.relation = direction == record::Direction::back ? record::backward_label(step.relation)
                                                         : record::forward_label(step.relation);
  }
  return view;
}

TraceView view_of(const record::Trace& trace) {
  TraceView view;
  const auto& first = trace.steps.front().node;
  view.ref = first.ref;
  view.title = first.title;
  view.kind = kind_label(first.ref);
  view.href = record::page_of(first.ref);
  view.back = trace.direction == record::Direction::back;
  view.cut = trace.cut;
  view.drawing = templates::Value::safe(trace_drawing(trace));
  for (std::size_t i = 0; i < trace.steps.size(); ++i) {
    auto step = view_of(trace.steps[i], trace.direction);
    const int depth = trace.steps[i].depth;
    const int next = i + 1 < trace.steps.size() ? trace.steps[i + 1].depth : 0;
    step.opens = next > depth;
    step.closes.assign(static_cast<std::size_t>(std::max(depth - next, 0)), true);
    view.steps.push_back(std::move(step));
  }
  return view;
}

}  // namespace

http::Response trace_page(Call& call) {
  const auto trace = traced(call);
  if (!trace) return error_page(call, trace.error());
  return page(call, "record/trace.html", templates::to_value(view_of(*trace)));
}

http::Response trace_answer(Call& call) {
  const auto trace = traced(call);
  if (!trace) return http::Response::json("{\"error\":\"there is no such record\"}\n", 404);
  return http::Response::json(record::trace_json(*trace));
}

}  // namespace throughline::web
