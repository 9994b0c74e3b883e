#include "web/hear/complaint/targets_page.hpp"

#include "hear/complaint/targets.hpp"
#include "record/bank_holidays.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct TargetView {
  std::string name;
  std::string label;
  std::string days;
  std::vector<ChoiceView> units;
};
BOOST_DESCRIBE_STRUCT(TargetView, (), (name, label, days, units))

struct TargetsView {
  std::vector<TargetView> targets;
  std::string first_holiday;
  std::string last_holiday;
  std::string warning;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(TargetsView, (), (targets, first_holiday, last_holiday, warning, errors))

http::Response show(Call& call, const http::Form& form, templates::Value errors, int status) {
  TargetsView view;
  for (const auto complexity : hear::all_complexities) {
    const std::string name(hear::to_text(complexity));
    const auto unit = form.get("unit-" + name);
    view.targets.push_back({name, std::string(hear::label(complexity)), form.get("days-" + name),
                            choices(hear::all_day_units, {unit.empty() ? "working" : unit})});
  }
  const auto& days = record::working_days();
  view.first_holiday = base::to_long_text(days.first());
  view.last_holiday = base::to_long_text(days.last());
  view.warning = record::calendar_warning(days, call.work.today()).value_or("");
  view.errors = std::move(errors);
  return page(call, "hear/complaint/targets.html", templates::to_value(view), status);
}

}  // namespace

http::Response targets_page(Call& call) {
  const auto targets = call.database.read(
      [&](store::Reader& reader) { return hear::targets_of(reader, call.authority.id); });
  http::Form known;
  for (const auto& [complexity, target] : targets) {
    const std::string name(hear::to_text(complexity));
    known.add("days-" + name, std::to_string(target.days));
    known.add("unit-" + name, std::string(hear::to_text(target.unit)));
  }
  return show(call, known, no_errors(), 200);
}

http::Response receive_targets(Call& call) {
  const auto& form = call.request.form;
  std::map<hear::Complexity, hear::TargetForm> given;
  for (const auto complexity : hear::all_complexities) {
    const std::string name(hear::to_text(complexity));
    given[complexity] = {form.get("days-" + name),
                         hear::day_unit_from_text(form.get("unit-" + name))};
  }
  const auto moved = call.database.write(
      [&](store::Writer& writer) { return hear::set_targets(writer, call.work, given); });
  if (!moved) return show(call, form, form_errors(moved.error()), 400);
  const auto said = *moved == 0 ? std::string("No open complaint's target moved")
                    : *moved == 1
                        ? std::string("The target of 1 open complaint moved")
                        : "The targets of " + std::to_string(*moved) + " open complaints moved";
  return redirect_with_message(call, "/complaints/targets", "Saved. " + said);
}

}  // namespace throughline::web
