#include "web/hear/complaint/speaker_pages.hpp"

#include "base/digits.hpp"
#include "hear/complaint/clock.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/complaint/form.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct SpeakerView {
  FormHead head;
  std::string relationship;
  std::vector<ChoiceView> capacities;
  std::vector<ChoiceView> consents;
  DatePartsView consent_on;
  std::string reason;
  std::string represented;
  bool named = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(SpeakerView, (),
                      (head, relationship, capacities, consents, consent_on, reason, represented,
                       named, errors))

struct TimeLimitView {
  FormHead head;
  DatePartsView happened;
  DatePartsView noticed;
  bool late = false;
  std::string last_day;
  std::vector<ChoiceView> decisions;
  std::string reason;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(TimeLimitView, (),
                      (head, happened, noticed, late, last_day, decisions, reason, errors))

struct BodyView {
  std::string number;
  std::string name;
  std::string kind;
  std::string leads;
  std::string consent;
};
BOOST_DESCRIBE_STRUCT(BodyView, (), (number, name, kind, leads, consent))

struct BodiesView {
  FormHead head;
  std::vector<BodyView> bodies;
  bool open = false;
  std::string name;
  std::vector<ChoiceView> kinds;
  std::vector<ChoiceView> leads;
  std::vector<ChoiceView> consents;
  DatePartsView consent_on;
  std::string reason;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(BodiesView, (),
                      (head, bodies, open, name, kinds, leads, consents, consent_on, reason,
                       errors))

void add_date(http::Form& form, const std::string& name, const std::optional<base::Date>& date) {
  if (!date) return;
  const auto parts = date_parts(*date);
  form.add(name + "-day", parts.day);
  form.add(name + "-month", parts.month);
  form.add(name + "-year", parts.year);
}

template <typename T>
std::string text_of(const std::optional<T>& value) {
  return value ? std::string(hear::to_text(*value)) : "";
}

http::Response show_speaker(Call& call, const ShownComplaint& shown, const http::Form& form,
                            templates::Value errors, int status) {
  SpeakerView view;
  view.head = head_of(shown);
  view.relationship = hear::label(shown.found.relationship);
  view.capacities = choices(hear::all_capacities, {form.get("capacity")});
  view.consents = choices(hear::all_consents, {form.get("consent")});
  view.consent_on = date_parts(form, "consent-on");
  view.reason = form.get("reason");
  view.represented = form.get("represented");
  view.named = shown.complaint.names_representative;
  view.errors = std::move(errors);
  return page(call, "hear/complaint/speaker.html", templates::to_value(view), status);
}

http::Response show_time_limit(Call& call, const ShownComplaint& shown, const http::Form& form,
                               templates::Value errors, int status) {
  TimeLimitView view;
  view.head = head_of(shown);
  view.happened = date_parts(form, "happened");
  view.noticed = date_parts(form, "noticed");
  const auto& complaint = shown.complaint;
  view.late = hear::came_too_late(complaint) || !form.get("decision").empty() || status != 200;
  if (complaint.happened) {
    view.last_day = base::to_long_text(hear::last_day_to_complain(
        std::max(*complaint.happened, complaint.noticed.value_or(*complaint.happened))));
  }
  const auto decision = form.get("decision");
  view.decisions = {
      choice("accepted", "Look into it all the same", decision == "accepted",
             "They had good reason, and it can still be looked into effectively and fairly"),
      choice("refused", "Do not look into it", decision == "refused",
             "You still write to them, say why, and tell them of the Ombudsman")};
  view.reason = form.get("reason");
  view.errors = std::move(errors);
  return page(call, "hear/complaint/time_limit.html", templates::to_value(view), status);
}

http::Response show_bodies(Call& call, const ShownComplaint& shown, const http::Form& form,
                           templates::Value errors, int status) {
  BodiesView view;
  view.head = head_of(shown);
  view.open = shown.found.status != hear::Status::closed;
  const auto bodies = call.database.read([&](store::Reader& reader) {
    return hear::bodies_of(reader, call.authority.id, shown.found.ref);
  });
  for (const auto& body : bodies) {
    std::string consent{hear::label(body.consent)};
    if (body.consent_on) consent += ", " + base::to_long_text(*body.consent_on);
    if (!body.reason.empty()) consent += ": " + body.reason;
    view.bodies.push_back({std::to_string(body.number), body.name,
                           std::string(hear::label(body.kind)), body.leads ? body.name : "We do",
                           consent});
  }
  view.name = form.get("name");
  view.kinds = choices(hear::all_body_kinds, {form.get("kind")});
  view.leads = {choice("no", "We do", form.get("leads") == "no"),
                choice("yes", "They do", form.get("leads") == "yes")};
  view.consents = choices(hear::all_consents, {form.get("consent")});
  view.consent_on = date_parts(form, "consent-on");
  view.reason = form.get("reason");
  view.errors = std::move(errors);
  return page(call, "hear/complaint/bodies.html", templates::to_value(view), status);
}

}  // namespace

http::Response speaker_page(Call& call) {
  return show_open_complaint(call, [&](const auto& shown, auto errors, int status) {
    http::Form known;
    known.add("capacity", text_of(shown.complaint.capacity));
    known.add("consent", text_of(shown.complaint.consent));
    known.add("reason", shown.complaint.consent_reason);
    add_date(known, "consent-on", shown.complaint.consent_on);
    return show_speaker(call, shown, known, std::move(errors), status);
  });
}

http::Response receive_speaker(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const hear::Speaker given{hear::capacity_from_text(form.get("capacity")),
                            hear::consent_from_text(form.get("consent")),
                            read_optional_date(form, "consent-on", "date of the consent", problems),
                            form.get("reason"), form.get("represented")};
  const auto outcome = carry_out(call, problems, [&](store::Writer& writer) {
    return hear::set_speaker(writer, call.work, call.parameter("ref"), complaint_version(form),
                             given);
  });
  if (outcome) return back_to_complaint(call, "Who speaks is recorded");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show_speaker(call, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

http::Response time_limit_page(Call& call) {
  return show_open_complaint(call, [&](const auto& shown, auto errors, int status) {
    http::Form known;
    add_date(known, "happened", shown.complaint.happened);
    add_date(known, "noticed", shown.complaint.noticed);
    known.add("decision", shown.complaint.late_decision);
    known.add("reason", shown.complaint.late_reason);
    return show_time_limit(call, shown, known, std::move(errors), status);
  });
}

http::Response receive_time_limit(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const hear::TimeLimit given{read_optional_date(form, "happened", "date it happened", problems),
                              read_optional_date(form, "noticed", "date they noticed", problems),
                              form.get("decision"), form.get("reason")};
  const auto outcome = carry_out(call, problems, [&](store::Writer& writer) {
    return hear::set_time_limit(writer, call.work, call.parameter("ref"), complaint_version(form),
                                given);
  });
  if (outcome) return back_to_complaint(call, "The 12 months are checked");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show_time_limit(call, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

http::Response bodies_page(Call& call) {
  return show_complaint(call, [&](const auto& shown, auto errors, int status) {
    return show_bodies(call, shown, {}, std::move(errors), status);
  });
}

http::Response receive_body(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const hear::NewBody given{form.get("name"),
                            hear::body_kind_from_text(form.get("kind")),
                            read_yes_no(form, "leads"),
                            hear::consent_from_text(form.get("consent")),
                            read_optional_date(form, "consent-on", "date of the consent", problems),
                            form.get("reason")};
  const auto outcome = carry_out(call, problems, [&](store::Writer& writer) {
    return hear::add_body(writer, call.work, call.parameter("ref"), complaint_version(form), given);
  });
  if (outcome) {
    return redirect_with_message(call, "/cases/" + call.parameter("ref") + "/bodies", "Added");
  }
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show_bodies(call, shown, form, std::move(errors), status);
      },
      &outcome.error());
}

http::Response receive_body_removal(Call& call) {
  const auto& form = call.request.form;
  const auto outcome = carry_out(call, {}, [&](store::Writer& writer) {
    return hear::remove_body(writer, call.work, call.parameter("ref"), complaint_version(form),
                             base::digits(form.get("number")).value_or(0));
  });
  if (!outcome) return error_page(call, outcome.error());
  return redirect_with_message(call, "/cases/" + call.parameter("ref") + "/bodies", "Taken out");
}

}  // namespace throughline::web
