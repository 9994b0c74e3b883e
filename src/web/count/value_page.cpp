#include "web/count/value_page.hpp"

#include "count/count.hpp"
#include "formats/number.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct ValuePageView {
  std::string ref;
  std::string measure;
  std::string unit;
  std::string key;
  std::string date;
  std::string now;
  std::string recorded;
  std::string value;
  std::string numerator;
  std::string denominator;
  std::string note;
  std::string reason;
  std::string removal_reason;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ValuePageView, (),
                      (ref, measure, unit, key, date, now, recorded, value, numerator, denominator,
                       note, reason, removal_reason, errors))

std::string typed_text(const std::optional<double>& number) {
  return number ? formats::to_text(*number) : std::string();
}

std::optional<ValuePageView> find(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<ValuePageView> {
    const auto& council = call.authority.id;
    const auto measure = count::find_measure(reader, council, call.parameter("ref"));
    if (!measure) return std::nullopt;
    for (const auto& value : count::values(reader, council, measure->ref)) {
      if (base::to_text(value.date) != call.parameter("date")) continue;
      const auto at = base::instant_from_text(value.recorded);
      ValuePageView view;
      view.ref = measure->ref;
      view.measure = measure->name;
      view.unit = count::unit_label(measure->unit);
      view.key = call.parameter("date");
      view.date = base::to_long_text(value.date);
      view.now = count::with_unit(value.value, measure->unit);
      view.recorded = value.recorded_by + ", " + (at ? base::to_london_text(*at) : value.recorded);
      view.value = formats::to_text(value.value);
      view.numerator = typed_text(value.numerator);
      view.denominator = typed_text(value.denominator);
      view.note = value.note;
      return view;
    }
    return std::nullopt;
  });
}

http::Response no_such_value(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no value on this date", {}});
}

http::Response refuse(Call& call, ValuePageView view, const base::Error& error) {
  view.errors = form_errors(error);
  return page(call, "count/value.html", templates::to_value(view), 400);
}

}  // namespace

http::Response value_page(Call& call) {
  const auto view = find(call);
  if (!view) return no_such_value(call);
  return page(call, "count/value.html", templates::to_value(*view));
}

http::Response receive_value_change(Call& call) {
  const auto& form = call.request.form;
  const count::ValueForm typed{call.parameter("date"), form.get("value"), form.get("numerator"),
                               form.get("denominator"), form.get("note")};
  const auto reason = form.get("reason");
  auto view = find(call);
  if (!view) return no_such_value(call);
  const auto changed = call.database.write([&](store::Writer& writer) {
    return count::change_value(writer, call.work, view->ref, typed, reason);
  });
  if (changed) {
    return redirect_with_message(call, "/measures/" + view->ref,
                                 "Value for " + view->date + " changed");
  }
  if (changed.error().kind == base::ErrorKind::not_found) return no_such_value(call);
  view->value = typed.value;
  view->numerator = typed.numerator;
  view->denominator = typed.denominator;
  view->note = typed.note;
  view->reason = reason;
  return refuse(call, std::move(*view), changed.error());
}

http::Response receive_value_removal(Call& call) {
  const auto reason = call.request.form.get("removal-reason");
  auto view = find(call);
  if (!view) return no_such_value(call);
  const auto removed = call.database.write([&](store::Writer& writer) {
    return count::remove_value(writer, call.work, view->ref,
                               base::date_from_text(view->key).value(), reason);
  });
  if (removed) {
    return redirect_with_message(call, "/measures/" + view->ref,
                                 "Value for " + view->date + " taken out");
  }
  if (removed.error().kind == base::ErrorKind::not_found) return no_such_value(call);
  auto error = removed.error();
  for (auto& problem : error.problems) problem.field = "removal-reason";
  view->removal_reason = reason;
  return refuse(call, std::move(*view), error);
}

}  // namespace throughline::web
