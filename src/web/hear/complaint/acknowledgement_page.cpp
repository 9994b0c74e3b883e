#include "web/hear/complaint/acknowledgement_page.hpp"

#include "hear/complaint/targets.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/complaint/form.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct AcknowledgementView {
  FormHead head;
  std::string by;
  DatePartsView on;
  std::vector<ChoiceView> means;
  std::vector<ChoiceView> complexities;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(AcknowledgementView, (), (head, by, on, means, complexities, errors))

// Each with the council's own time to answer it.
std::vector<ChoiceView> complexity_choices(Call& call, std::string_view chosen) {
  const auto targets = call.database.read(
      [&](store::Reader& reader) { return hear::targets_of(reader, call.authority.id); });
  std::vector<ChoiceView> views;
  for (const auto complexity : hear::all_complexities) {
    std::string hint;
    if (const auto target = targets.find(complexity); target != targets.end()) {
      hint = "Our own target: " + std::to_string(target->second.days) + " " +
             std::string(hear::label(target->second.unit));
    }
    views.push_back(choice(hear::to_text(complexity), hear::label(complexity),
                           chosen == hear::to_text(complexity), hint));
  }
  return views;
}

http::Response show(Call& call, const char* template_name, const ShownComplaint& shown,
                    const http::Form& form, templates::Value errors, int status) {
  AcknowledgementView view;
  view.head = head_of(shown);
  if (shown.complaint.acknowledge_by) {
    view.by = base::to_long_text(*shown.complaint.acknowledge_by);
  }
  view.on = date_parts(form, "on");
  view.means = choices(hear::all_means, {form.get("means")});
  view.complexities = complexity_choices(call, form.get("complexity"));
  view.errors = std::move(errors);
  return page(call, template_name, templates::to_value(view), status);
}

constexpr const char* acknowledgement = "hear/complaint/acknowledgement.html";
constexpr const char* complexity_form = "hear/complaint/complexity.html";

}  // namespace

http::Response acknowledgement_page(Call& call) {
  return show_open_complaint(call, [&](const auto& shown, auto errors, int status) {
    http::Form fresh;
    const auto today = date_parts(call.work.today());
    fresh.add("on-day", today.day);
    fresh.add("on-month", today.month);
    fresh.add("on-year", today.year);
    fresh.add("complexity", std::string(hear::to_text(shown.complaint.complexity)));
    return show(call, acknowledgement, shown, fresh, std::move(errors), status);
  });
}

http::Response receive_acknowledgement(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const hear::Acknowledgement given{
      read_optional_date(form, "on", "date it was acknowledged", problems),
      hear::means_from_text(form.get("means")), hear::complexity_from_text(form.get("complexity"))};
  const auto outcome = carry_out(call, problems, [&](store::Writer& writer) {
    return hear::acknowledge_complaint(writer, call.work, call.parameter("ref"),
                                       complaint_version(form), given);
  });
  if (outcome) return back_to_complaint(call, "Complaint acknowledged");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show(call, acknowledgement, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

http::Response complexity_page(Call& call) {
  return show_open_complaint(call, [&](const auto& shown, auto errors, int status) {
    http::Form fresh;
    fresh.add("complexity", std::string(hear::to_text(shown.complaint.complexity)));
    return show(call, complexity_form, shown, fresh, std::move(errors), status);
  });
}

http::Response receive_complexity(Call& call) {
  const auto& form = call.request.form;
  const auto outcome = carry_out(call, {}, [&](store::Writer& writer) {
    return hear::set_complexity(writer, call.work, call.parameter("ref"), complaint_version(form),
                                hear::complexity_from_text(form.get("complexity")));
  });
  if (outcome) return back_to_complaint(call, "Saved. Our own target follows from it");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show(call, complexity_form, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

}  // namespace throughline::web
