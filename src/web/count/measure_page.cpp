#include "web/count/measure_page.hpp"

#include "act/act.hpp"
#include "count/count.hpp"
#include "formats/number.hpp"
#include "record/event.hpp"
#include "templates/described.hpp"
#include "web/count/chart_options.hpp"
#include "web/count/measure_words.hpp"
#include "web/count/theme_values.hpp"
#include "web/date_parts.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct ValueView {
  std::string date;
  std::string href;
  std::string value;
  std::string of;
  std::string note;
  std::string says;
};
BOOST_DESCRIBE_STRUCT(ValueView, (), (date, href, value, of, note, says))

struct MovingActionView {
  std::string title;
  std::string href;
  std::string status;
  std::string began;
};
BOOST_DESCRIBE_STRUCT(MovingActionView, (), (title, href, status, began))

struct NewValueView {
  DatePartsView date;
  std::string value;
  std::string numerator;
  std::string denominator;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(NewValueView, (), (date, value, numerator, denominator, note))

struct MeasureView {
  std::string ref;
  std::string name;
  std::string counts;
  std::string unit;
  std::string direction;
  std::string target;
  std::string source;
  std::string frequency;
  std::string headline;
  std::optional<TagView> says;
  templates::Value chart;
  ChartOptionsView options;
  std::vector<ValueView> values;
  NewValueView typed;
  std::vector<OptionView> themes;  // only for a measure that can count cases
  std::vector<MovingActionView> actions;
  std::vector<HistoryView> history;
  bool may_record = false;
  bool may_change = false;
  bool may_raise = false;
  bool may_trace = false;
  bool may_add_evidence = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(MeasureView, (),
                      (ref, name, counts, unit, direction, target, source, frequency, headline,
                       says, chart, options, values, typed, themes, actions, history, may_record,
                       may_change, may_raise, may_trace, may_add_evidence, errors))

MeasureView view_of(const count::Measure& measure) {
  MeasureView view;
  view.ref = measure.ref;
  view.name = measure.name;
  view.counts = measure.counts;
  view.unit = count::unit_label(measure.unit);
  view.direction = direction_words(measure.improvement);
  if (measure.target) view.target = count::with_unit(*measure.target, measure.unit);
  view.source = measure.source;
  view.frequency = count::frequency_label(measure.frequency);
  return view;
}

ValueView view_of(const count::Measure& measure, const count::MeasureValue& value) {
  ValueView view;
  view.date = base::to_long_text(value.date);
  view.href = "/measures/" + measure.ref + "/values/" + base::to_text(value.date);
  view.value = count::with_unit(value.value, measure.unit);
  if (value.numerator && value.denominator) {
    view.of = formats::to_grouped_text(*value.numerator) + " of " +
              formats::to_grouped_text(*value.denominator);
  }
  view.note = value.note;
  return view;
}

std::string said_of(const stats::XmrPoint& point) {
  if (!point.signal) return {};
  auto words = std::string(stats::in_words(point.type));
  words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words + ": " + std::string(stats::in_words(point.signal->rule));
}

void draw(MeasureView& view, const count::Measure& measure, const stats::Xmr& chart,
          const std::vector<act::Action>& actions) {
  std::vector<formats::ChartMark> marks;
  for (const auto& action : actions) {
    if (action.began) marks.push_back({*action.began, action.ref + " began"});
  }
  view.headline = count::in_words(measure, chart);
  view.says = variation_tag(chart.variation);
  view.chart = templates::Value::safe(
      formats::line_chart(count::drawing_of(measure, chart, std::move(marks))));
  for (std::size_t i = 0; i < view.values.size(); ++i) {
    view.values[i].says = said_of(chart.points[i]);
  }
}

// Options that cannot be met (a date outside the values) leave the usual chart, and say so.
std::vector<base::Problem> fill_chart(MeasureView& view, const count::Measure& measure,
                                      const std::vector<count::MeasureValue>& values,
                                      const std::vector<act::Action>& actions,
                                      const ChartOptions& chosen) {
  std::vector<stats::Observation> series;
  for (const auto& value : values) {
    series.push_back({value.date, value.value});
    view.values.push_back(view_of(measure, value));
  }
  auto problems = chosen.problems;
  if (series.empty()) return problems;
  auto chart = count::chart_of(measure, series, chosen.options);
  if (!chart) {
    for (auto& problem : chart.error().problems) {
      if (problem.field.empty() || problem.field == "date") problem.field = "rebase";
      problems.push_back(std::move(problem));
    }
    chart = count::chart_of(measure, series);
  }
  draw(view, measure, *chart, actions);
  std::ranges::reverse(view.values);
  return problems;
}

struct Shown {
  NewValueView typed;
  std::optional<base::Error> error;
};

http::Response show(Call& call, Shown shown) {
  const auto chosen = chart_options(call.request.query);
  std::vector<base::Problem> chart_problems;
  auto view = call.database.read([&](store::Reader& reader) -> std::optional<MeasureView> {
    const auto& council = call.authority.id;
    const auto measure = count::find_measure(reader, council, call.parameter("ref"));
    if (!measure) return std::nullopt;
    auto filled = view_of(*measure);
    const auto actions = act::actions_on_measure(reader, council, measure->ref);
    for (const auto& action : actions) {
      filled.actions.push_back({action.title, "/actions/" + action.ref,
                                std::string(act::label_of(action.status)),
                                action.began ? base::to_long_text(*action.began) : ""});
    }
    chart_problems =
        fill_chart(filled, *measure, count::values(reader, council, measure->ref), actions, chosen);
    if (measure->unit == count::Unit::count && call.may("POST", "/measures/{ref}/theme-values")) {
      filled.themes = theme_options(reader, council, call.request.form.get("theme"));
    }
    filled.history = history_views(record::history(reader, council, measure->ref));
    return filled;
  });
  if (!view) return error_page(call, {base::ErrorKind::not_found, "No such measure", {}});
  view->options = chosen.view;
  view->typed = std::move(shown.typed);
  view->may_record = call.may("POST", "/measures/{ref}/values");
  view->may_change = call.may("GET", "/measures/{ref}/change");
  view->may_raise = call.may("GET", "/actions/new");
  view->may_trace = call.may("GET", "/trace/{ref}");
  view->may_add_evidence = call.may("GET", "/evidence/new");
  if (!chart_problems.empty()) {
    shown.error = {base::ErrorKind::invalid, "There is a problem", std::move(chart_problems)};
  }
  if (shown.error) view->errors = form_errors(*shown.error);
  return page(call, "count/measure.html", templates::to_value(*view), shown.error ? 400 : 200);
}

// Pressed twice, the second press finds what the first one kept.
bool is_kept_already(Call& call, const count::ValueForm& typed) {
  const auto number = formats::number_from_text(typed.value);
  if (!number) return false;
  return call.database.read([&](store::Reader& reader) {
    const auto values = count::values(reader, call.authority.id, call.parameter("ref"));
    return std::ranges::any_of(values, [&](const count::MeasureValue& value) {
      return base::to_text(value.date) == typed.date && value.value == number->value &&
             value.note == typed.note;
    });
  });
}

}  // namespace

http::Response measure_page(Call& call) {
  return show(call, {});
}

http::Response measure_page_again(Call& call, const base::Error& error) {
  return show(call, {{}, error});
}

http::Response receive_value(Call& call) {
  const auto& form = call.request.form;
  const auto& ref = call.parameter("ref");
  std::vector<base::Problem> date_problems;
  const auto date = read_date(form, "date", "date of the value", date_problems);
  // A date that cannot be read is no reason to keep quiet about the rest: today stands in for it.
  const count::ValueForm typed{base::to_text(date.value_or(call.work.today())), form.get("value"),
                               form.get("numerator"), form.get("denominator"), form.get("note")};
  const auto recorded =
      call.database.write([&](store::Writer& writer) -> base::Result<count::MeasureValue> {
        if (date) return count::record_value(writer, call.work, ref, typed);
        const auto measure = count::find_measure(writer, call.authority.id, ref);
        if (!measure) return base::refuse(base::ErrorKind::not_found, "No such measure");
        const auto rest =
            count::read_value(typed.date, typed.value, typed.numerator, typed.denominator,
                              typed.note, {.latest = call.work.today(), .unit = measure->unit});
        auto problems = date_problems;
        if (!rest) {
          for (const auto& problem : rest.error().problems) problems.push_back(problem);
        }
        return base::refuse(problems);
      });
  if (recorded) {
    return redirect_with_message(call, "/measures/" + ref,
                                 "Value for " + base::to_long_text(recorded->date) + " added");
  }
  if (recorded.error().kind == base::ErrorKind::not_found) {
    return error_page(call, recorded.error());
  }
  if (recorded.error().kind == base::ErrorKind::conflict && is_kept_already(call, typed)) {
    return http::Response::redirect("/measures/" + ref);
  }
  return show(call, {{date_parts(form, "date"), typed.value, typed.numerator, typed.denominator,
                      typed.note},
                     recorded.error()});
}

http::Response values_file(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto csv = call.database.read([&](store::Reader& reader) -> std::optional<std::string> {
    if (!count::find_measure(reader, call.authority.id, ref)) return std::nullopt;
    return count::values_csv(count::values(reader, call.authority.id, ref));
  });
  if (!csv) return error_page(call, {base::ErrorKind::not_found, "No such measure", {}});
  return http::Response::download(*csv, "text/csv; charset=utf-8", ref + "-values.csv");
}

}  // namespace throughline::web
