#include "web/hear/complaint/plan_page.hpp"

#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/complaint/form.hpp"
#include "web/page.hpp"

#include <array>

namespace throughline::web {

namespace {

struct EarlierPlanView {
  std::string made;
  std::string respond_by;
  std::string what;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(EarlierPlanView, (), (made, respond_by, what, reason))

struct PlanView {
  FormHead head;
  bool changes = false;
  std::string target;
  std::string period_ends;
  std::vector<ChoiceView> agreed;
  DatePartsView made;
  std::string what;
  std::string how;
  DatePartsView respond;
  std::string reason;
  std::vector<EarlierPlanView> earlier;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(PlanView, (),
                      (head, changes, target, period_ends, agreed, made, what, how, respond, reason,
                       earlier, errors))

struct DelayView {
  FormHead head;
  std::string period_ends;
  DatePartsView sent;
  std::vector<ChoiceView> means;
  std::string reason;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(DelayView, (), (head, period_ends, sent, means, reason, errors))

constexpr std::array in_writing = {hear::Means::letter, hear::Means::email};

void add_date(http::Form& form, const std::string& name, base::Date date) {
  const auto parts = date_parts(date);
  form.add(name + "-day", parts.day);
  form.add(name + "-month", parts.month);
  form.add(name + "-year", parts.year);
}

std::vector<hear::ComplaintPlan> plans(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return hear::plans_of(reader, call.authority.id, call.parameter("ref"));
  });
}

http::Response show(Call& call, const ShownComplaint& shown, const http::Form& form,
                    templates::Value errors, int status) {
  const auto& complaint = shown.complaint;
  PlanView view;
  view.head = head_of(shown);
  view.changes = complaint.respond_by.has_value();
  if (complaint.target_by) view.target = base::to_long_text(*complaint.target_by);
  view.period_ends = base::to_long_text(complaint.period_ends);
  const auto agreed = form.get("agreed");
  view.agreed = {choice("yes", "We talked it through and agreed it", agreed == "yes"),
                 choice("no", "They did not want to discuss it", agreed == "no",
                        "We set the date and have told them in writing")};
  view.made = date_parts(form, "made");
  view.what = form.get("what");
  view.how = form.get("how");
  view.respond = date_parts(form, "respond");
  view.reason = form.get("reason");
  for (const auto& plan : plans(call)) {
    view.earlier.push_back({base::to_long_text(plan.made_on), base::to_long_text(plan.respond_by),
                            plan.what, plan.reason});
  }
  view.errors = std::move(errors);
  return page(call, "hear/complaint/plan.html", templates::to_value(view), status);
}

http::Response show_delay(Call& call, const ShownComplaint& shown, const http::Form& form,
                          templates::Value errors, int status) {
  DelayView view;
  view.head = head_of(shown);
  view.period_ends = base::to_long_text(shown.complaint.period_ends);
  view.sent = date_parts(form, "sent");
  view.means = choices(in_writing, {form.get("means")});
  view.reason = form.get("reason");
  view.errors = std::move(errors);
  return page(call, "hear/complaint/delay.html", templates::to_value(view), status);
}

}  // namespace

http::Response plan_page(Call& call) {
  return show_open_complaint(call, [&](const auto& shown, auto errors, int status) {
    http::Form fresh;
    add_date(fresh, "made", call.work.today());
    const auto& complaint = shown.complaint;
    if (complaint.respond_by) {
      const auto latest = plans(call).back();
      fresh.add("what", latest.what);
      fresh.add("how", latest.how);
    } else if (complaint.target_by && *complaint.target_by >= call.work.today()) {
      add_date(fresh, "respond", *complaint.target_by);
    }
    return show(call, shown, fresh, std::move(errors), status);
  });
}

http::Response receive_plan(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const hear::NewPlan given{read_optional_date(form, "made", "date it was agreed", problems),
                            read_yes_no(form, "agreed"),
                            form.get("what"),
                            form.get("how"),
                            read_optional_date(form, "respond", "date of the response", problems),
                            form.get("reason")};
  const auto outcome = carry_out(call, problems, [&](store::Writer& writer) {
    return hear::agree_plan(writer, call.work, call.parameter("ref"), complaint_version(form),
                            given);
  });
  if (outcome)
    return back_to_complaint(call, "Plan saved. The person sees its date where they look");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show(call, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

http::Response delay_page(Call& call) {
  return show_open_complaint(call, [&](const auto& shown, auto errors, int status) {
    http::Form fresh;
    add_date(fresh, "sent", call.work.today());
    return show_delay(call, shown, fresh, std::move(errors), status);
  });
}

http::Response receive_delay(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const hear::NewDelay given{
      read_optional_date(form, "sent", "date the explanation was sent", problems),
      hear::means_from_text(form.get("means")), form.get("reason")};
  const auto outcome = carry_out(call, problems, [&](store::Writer& writer) {
    return hear::explain_delay(writer, call.work, call.parameter("ref"), complaint_version(form),
                               given);
  });
  if (outcome) return back_to_complaint(call, "Explanation recorded. Now set a new date");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show_delay(call, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

}  // namespace throughline::web
