#include "web/act/action_steps_page.hpp"

#include "act/act.hpp"
#include "templates/described.hpp"
#include "web/date_parts.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct StepView {
  std::string ref;
  std::string title;
  std::string began;  // in words; empty while it has not begun
  DatePartsView date;
  std::string end;
  std::string text;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(StepView, (), (ref, title, began, date, end, text, errors))

// The small form of a step, as it is first or as it was refused.
http::Response show(Call& call, std::string_view template_name, const StepView& typed,
                    const std::optional<base::Error>& error = {}) {
  const auto action = call.database.read([&](store::Reader& reader) {
    return act::find_action(reader, call.authority.id, call.parameter("ref"));
  });
  if (!action) return error_page(call, {base::ErrorKind::not_found, "No such action", {}});
  auto view = typed;
  view.ref = action->ref;
  view.title = action->title;
  if (action->began) view.began = base::to_long_text(*action->began);
  if (!error) return page(call, template_name, templates::to_value(view));
  view.errors = form_errors(*error);
  return page(call, template_name, templates::to_value(view),
              error->kind == base::ErrorKind::conflict ? 409 : 400);
}

http::Response after(Call& call, std::string_view template_name, const StepView& typed,
                     const base::Result<act::Action>& outcome, const std::string& message) {
  if (outcome) return redirect_with_message(call, "/actions/" + outcome->ref, message);
  if (outcome.error().kind == base::ErrorKind::not_found) return error_page(call, outcome.error());
  return show(call, template_name, typed, outcome.error());
}

StepView today_of(const Call& call) {
  StepView view;
  view.date = date_parts(call.work.today());
  return view;
}

}  // namespace

http::Response beginning_page(Call& call) {
  return show(call, "act/beginning.html", today_of(call));
}

http::Response receive_beginning(Call& call) {
  StepView typed;
  typed.date = date_parts(call.request.form, "began");
  std::vector<base::Problem> problems;
  const auto began = read_date(call.request.form, "began", "day it began", problems);
  if (!began) {
    return show(call, "act/beginning.html", typed,
                base::Error{base::ErrorKind::invalid, "There is a problem", problems});
  }
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return act::begin(writer, call.work, call.parameter("ref"), *began);
  });
  return after(call, "act/beginning.html", typed, outcome,
               "Begun. What the measure does from this day on is held against what it did before.");
}

http::Response end_page(Call& call) {
  return show(call, "act/end.html", today_of(call));
}

http::Response receive_end(Call& call) {
  const auto& form = call.request.form;
  StepView typed;
  typed.date = date_parts(form, "ended");
  typed.end = form.get("end");
  typed.text = form.get("outcome");
  std::vector<base::Problem> problems;
  const auto ended = read_date(form, "ended", "day it ended", problems);
  // What is no end at all is one that finish() refuses by name.
  const auto end = act::action_status_from_text(typed.end).value_or(act::ActionStatus::planned);
  const auto outcome = call.database.write([&](store::Writer& writer) {
    auto finished = act::finish(writer, call.work, call.parameter("ref"), end,
                                ended.value_or(call.work.today()), typed.text);
    if (problems.empty()) return finished;
    auto error = finished ? base::Error{base::ErrorKind::invalid, "There is a problem", {}}
                          : finished.error();
    error.problems.insert(error.problems.begin(), problems.begin(), problems.end());
    return base::Result<act::Action>(tl::make_unexpected(std::move(error)));
  });
  return after(call, "act/end.html", typed, outcome,
               end == act::ActionStatus::done ? "Action done" : "Action stopped");
}

http::Response action_reopening_page(Call& call) {
  return show(call, "act/reopening.html", {});
}

http::Response receive_action_reopening(Call& call) {
  StepView typed;
  typed.text = call.request.form.get("reason");
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return act::reopen(writer, call.work, call.parameter("ref"), typed.text);
  });
  return after(call, "act/reopening.html", typed, outcome, "Action taken up again");
}

}  // namespace throughline::web
