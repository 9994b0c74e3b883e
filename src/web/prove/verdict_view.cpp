#include "web/prove/verdict_view.hpp"

#include "count/count.hpp"
#include "prove/prove.hpp"
#include "web/call.hpp"

namespace throughline::web {

namespace {

struct Advice {
  std::string text;
  std::string href;
  std::string link;
};

std::string over_values(double mean, int points, count::Unit unit) {
  return count::with_unit(mean, unit) + " on average, over " + std::to_string(points) +
         (points == 1 ? " value" : " values");
}

Advice advice_for(const stats::Verdict& verdict, const act::Action& action) {
  const auto measure = "/measures/" + action.measure_ref;
  switch (verdict.outcome) {
    case stats::Outcome::too_soon:
      if (verdict.more_before > 0) {
        return {
            "If there are earlier figures, bring them: they are what the change is held "
            "against.",
            measure + "/import", "Paste earlier values"};
      }
      return {"Keep adding values as they come.", measure, "Add a value"};
    case stats::Outcome::no_change:
      return {
          "If it has had time to work, it may not be the right change: look at what people say "
          "now, and try another.",
          measure, "See the measure"};
    case stats::Outcome::got_worse:
      return {"Look at what else changed at the time, and whether to stop or change course.",
              measure, "See the measure"};
    case stats::Outcome::improved:
      break;
  }
  return {
      "Record the verdict, so that it can be shown as evidence. It says what happened after "
      "the change, not that the change alone caused it.",
      "", ""};
}

Advice advice_for_untested(const act::Action& action, const count::Measure* measure) {
  const auto page = "/actions/" + action.ref;
  if (action.measure_ref.empty()) {
    return {
        "Name the measure that this action should move. Then its values from before and after "
        "can show whether it did.",
        page + "/change", "Choose a measure"};
  }
  if (!action.began) {
    return {"When the change takes effect, say so: that day parts before from after.",
            page + "/beginning", "Say when it began"};
  }
  if (measure != nullptr && measure->improvement == stats::Improvement::neutral) {
    return {"Nothing can be better or worse while neither way is better. Say which way is better.",
            "/measures/" + measure->ref + "/change", "Change the measure"};
  }
  return {"The measure cannot be tested as it is.", "/measures/" + action.measure_ref,
          "See the measure"};
}

void give(VerdictView& view, Advice advice, bool may_act) {
  view.advice = std::move(advice.text);
  if (!may_act) return;
  view.advice_href = std::move(advice.href);
  view.advice_link = std::move(advice.link);
}

// Until the action began there is nothing to hold against anything, but the measure is worth
// seeing.
void draw(VerdictView& view, const count::Measure& measure,
          const std::vector<stats::Observation>& series, const act::Action& action,
          const stats::Verdict* verdict) {
  stats::XmrOptions options;
  if (verdict != nullptr && verdict->baseline) options.baseline_points = verdict->points_before;
  const auto chart = count::chart_of(measure, series, options);
  if (!chart || chart->points.empty()) return;
  std::vector<formats::ChartMark> marks;
  if (action.began) marks.push_back({*action.began, "Began"});
  auto drawing = count::drawing_of(measure, *chart, std::move(marks), "proof");
  if (verdict != nullptr) {
    drawing.description = std::to_string(chart->points.size()) + " values, " +
                          std::to_string(verdict->points_before) + " of them from before " +
                          base::to_long_text(*action.began) + ". " + verdict->reason;
  }
  view.chart = templates::Value::safe(formats::line_chart(drawing));
}

}  // namespace

std::string verdict_classes(std::string_view outcome) {
  if (outcome == "improved") return "verdict--improved";
  if (outcome == "got_worse") return "verdict--worse";
  if (outcome == "no_change") return "verdict--same";
  return "verdict--soon";
}

std::string verdict_heading(std::string_view words) {
  std::string heading(words);
  if (!heading.empty() && heading[0] >= 'a' && heading[0] <= 'z') {
    heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
  }
  return heading;
}

VerdictView verdict_view(const Call& call, store::Reader& reader, const act::Action& action) {
  VerdictView view;
  const bool may_act = call.may("POST", "/actions/{ref}/proofs");
  const auto& council = call.authority.id;
  const auto measure = count::find_measure(reader, council, action.measure_ref);
  std::vector<stats::Observation> series;
  if (measure) {
    view.measure_ref = measure->ref;
    view.measure = measure->name;
    series = count::series(reader, council, measure->ref);
  }
  const auto verdict = prove::test_action(reader, council, action);
  if (!verdict) {
    if (measure && !series.empty()) draw(view, *measure, series, action, nullptr);
    give(view, advice_for_untested(action, measure ? &*measure : nullptr), may_act);
    return view;
  }
  view.heading = verdict_heading(stats::in_words(verdict->outcome));
  view.classes = verdict_classes(stats::to_text(verdict->outcome));
  view.reason = verdict->reason;
  if (verdict->baseline) {
    view.before = over_values(verdict->baseline->mean, verdict->points_before, measure->unit);
  }
  if (verdict->mean_after) {
    view.after = over_values(*verdict->mean_after, verdict->points_after, measure->unit);
  }
  if (verdict->expected) view.expected = base::to_month_text(*verdict->expected);
  view.may_record = may_act;
  give(view, advice_for(*verdict, action), may_act);
  if (!series.empty()) draw(view, *measure, series, action, &*verdict);
  return view;
}

}  // namespace throughline::web
