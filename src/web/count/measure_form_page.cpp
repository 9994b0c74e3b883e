#include "web/count/measure_form_page.hpp"

#include "base/digits.hpp"
#include "count/count.hpp"
#include "templates/described.hpp"
#include "web/count/measure_words.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct MeasureFormView {
  std::string ref;  // empty: a new one
  std::string version;
  std::string name;
  std::string counts;
  std::vector<OptionView> units;
  std::vector<OptionView> directions;
  std::string target;
  std::string source;
  std::vector<OptionView> frequencies;
  bool changed_meanwhile = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(MeasureFormView, (),
                      (ref, version, name, counts, units, directions, target, source, frequencies,
                       changed_meanwhile, errors))

MeasureFormView view_of(const count::MeasureForm& form) {
  MeasureFormView view;
  view.name = form.name;
  view.counts = form.counts;
  view.target = form.target;
  view.source = form.source;
  for (const auto unit : count::all_units) {
    view.units.push_back(option(count::to_text(unit), count::unit_label(unit), form.unit));
  }
  for (const auto improvement :
       {stats::Improvement::increase, stats::Improvement::decrease, stats::Improvement::neutral}) {
    view.directions.push_back(
        option(stats::to_text(improvement), direction_words(improvement), form.improvement));
  }
  const std::string frequency = form.frequency.empty() ? "monthly" : form.frequency;
  for (const auto each : count::all_frequencies) {
    view.frequencies.push_back(
        option(count::to_text(each), count::frequency_label(each), frequency));
  }
  return view;
}

count::MeasureForm typed_in(const http::Form& form) {
  return {.name = form.get("name"),
          .counts = form.get("counts"),
          .unit = form.get("unit"),
          .improvement = form.get("improvement"),
          .target = form.get("target"),
          .source = form.get("source"),
          .frequency = form.get("frequency")};
}

bool same(const count::MeasureForm& a, const count::MeasureForm& b) {
  return a.name == b.name && a.counts == b.counts && a.unit == b.unit &&
         a.improvement == b.improvement && a.source == b.source;
}

// A button that was pressed twice made the measure the first time.
std::optional<std::string> made_just_now(Call& call, const count::MeasureForm& typed) {
  return call.database.read([&](store::Reader& reader) -> std::optional<std::string> {
    for (const auto& line : count::measures(reader, call.authority.id)) {
      if (line.values == 0 && same(count::form_of(line.measure), typed)) return line.measure.ref;
    }
    return std::nullopt;
  });
}

int status_of(const base::Error& error) {
  return error.kind == base::ErrorKind::conflict ? 409 : 400;
}

}  // namespace

http::Response new_measure_page(Call& call) {
  return page(call, "count/measure_form.html", templates::to_value(view_of({})));
}

http::Response receive_measure(Call& call) {
  const auto typed = typed_in(call.request.form);
  const auto measure = call.database.write(
      [&](store::Writer& writer) { return count::create_measure(writer, call.work, typed); });
  if (measure) {
    return redirect_with_message(call, "/measures/" + measure->ref,
                                 "Measure added. Give it the values you have so far.");
  }
  if (measure.error().kind == base::ErrorKind::conflict) {
    if (const auto ref = made_just_now(call, typed)) {
      return http::Response::redirect("/measures/" + *ref);
    }
  }
  auto view = view_of(typed);
  view.errors = form_errors(measure.error());
  return page(call, "count/measure_form.html", templates::to_value(view),
              status_of(measure.error()));
}

http::Response change_measure_page(Call& call) {
  const auto measure = call.database.read([&](store::Reader& reader) {
    return count::find_measure(reader, call.authority.id, call.parameter("ref"));
  });
  if (!measure) return error_page(call, {base::ErrorKind::not_found, "No such measure", {}});
  auto view = view_of(count::form_of(*measure));
  view.ref = measure->ref;
  view.version = std::to_string(measure->version);
  return page(call, "count/measure_form.html", templates::to_value(view));
}

http::Response receive_measure_change(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto typed = typed_in(call.request.form);
  const auto version = base::digits(call.request.form.get("version")).value_or(0);
  const auto changed = call.database.write([&](store::Writer& writer) {
    return count::change_measure(writer, call.work, ref, version, typed);
  });
  if (changed) return redirect_with_message(call, "/measures/" + ref, "Measure changed");
  if (changed.error().kind == base::ErrorKind::not_found) return error_page(call, changed.error());
  const auto now = call.database.read(
      [&](store::Reader& reader) { return count::find_measure(reader, call.authority.id, ref); });
  auto view = view_of(typed);
  view.ref = ref;
  view.changed_meanwhile = now && now->version != version;
  view.version = std::to_string(now ? now->version : version);
  view.errors = form_errors(changed.error());
  return page(call, "count/measure_form.html", templates::to_value(view),
              status_of(changed.error()));
}

}  // namespace throughline::web
