#include "web/hear/ombudsman/decision_form_page.hpp"

#include "base/digits.hpp"
#include "hear/ombudsman/ombudsman.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/date_parts.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct DecisionFormView {
  std::string ref;  // empty: a new one
  std::string version;
  std::string reference;
  std::string case_ref;
  std::vector<OptionView> services;
  std::vector<OptionView> topics;
  std::string subject;
  std::vector<OptionView> verdicts;
  DatePartsView decided;
  std::string fault;
  std::string injustice;
  bool remedied_before = false;
  std::string remedy;
  std::vector<OptionView> compliances;
  std::string learning;
  bool changed_meanwhile = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(DecisionFormView, (),
                      (ref, version, reference, case_ref, services, topics, subject, verdicts,
                       decided, fault, injustice, remedied_before, remedy, compliances, learning,
                       changed_meanwhile, errors))

struct Typed {
  hear::DecisionForm form;
  DatePartsView decided;
  std::vector<base::Problem> problems;
};

Typed typed_in(const http::Form& form) {
  Typed typed;
  auto& read = typed.form;
  read.reference = form.get("reference");
  read.case_ref = form.get("case");
  read.service_ref = form.get("service");
  read.topic = form.get("topic");
  read.subject = form.get("subject");
  read.verdict = form.get("verdict");
  read.fault = form.get("fault");
  read.injustice = form.get("injustice");
  read.remedied_before = form.get("remedied_before");
  read.remedy = form.get("remedy");
  read.compliance = form.get("compliance");
  read.learning = form.get("learning");
  typed.decided = date_parts(form, "decided");
  read.decided = read_date(form, "decided", "the day it was decided", typed.problems);
  return typed;
}

DecisionFormView view_of(Call& call, const Typed& typed) {
  const auto& form = typed.form;
  DecisionFormView view;
  view.reference = form.reference;
  view.case_ref = form.case_ref;
  view.subject = form.subject;
  view.decided = typed.decided;
  view.fault = form.fault;
  view.injustice = form.injustice;
  view.remedied_before = form.remedied_before == "yes";
  view.remedy = form.remedy;
  view.learning = form.learning;
  view.services.push_back(option("", "Not about one service", form.service_ref));
  call.database.read([&](store::Reader& reader) {
    for (const auto& service : record::services(reader, call.authority.id)) {
      view.services.push_back(option(service.ref, service.name, form.service_ref));
    }
  });
  view.topics.push_back(option("", "Choose", form.topic));
  for (const auto topic : hear::all_topics) {
    view.topics.push_back(option(hear::to_text(topic), hear::label(topic), form.topic));
  }
  for (const auto verdict : hear::all_verdicts) {
    view.verdicts.push_back(option(hear::to_text(verdict), hear::label(verdict), form.verdict));
  }
  const std::string compliance = form.compliance.empty() ? "not_known" : form.compliance;
  for (const auto each : hear::all_compliances) {
    view.compliances.push_back(option(hear::to_text(each), hear::label(each), compliance));
  }
  return view;
}

http::Response refuse(Call& call, DecisionFormView view, const Typed& typed,
                      const base::Error& error) {
  auto problems = error.problems;
  // What is wrong with the boxes of the date says more than that there is none.
  std::erase_if(problems, [&](const base::Problem& problem) {
    return problem.field == "decided" && !typed.problems.empty();
  });
  problems.insert(problems.end(), typed.problems.begin(), typed.problems.end());
  if (problems.empty()) problems.push_back({"", error.message});
  view.errors = form_errors({error.kind, error.message, std::move(problems)});
  return page(call, "hear/ombudsman/decision_form.html", templates::to_value(view),
              error.kind == base::ErrorKind::conflict ? 409 : 400);
}

}  // namespace

http::Response new_decision_page(Call& call) {
  Typed typed;
  typed.form.case_ref = call.request.query.get("case");
  return page(call, "hear/ombudsman/decision_form.html", templates::to_value(view_of(call, typed)));
}

http::Response receive_decision(Call& call) {
  const auto typed = typed_in(call.request.form);
  const auto added = call.database.write(
      [&](store::Writer& writer) { return hear::add_decision(writer, call.work, typed.form); });
  if (added) return redirect_with_message(call, record::page_of(added->ref), "Decision added");
  return refuse(call, view_of(call, typed), typed, added.error());
}

http::Response change_decision_page(Call& call) {
  const auto found = call.database.read([&](store::Reader& reader) {
    return hear::find_decision(reader, call.authority.id, call.parameter("ref"));
  });
  if (!found) return error_page(call, {base::ErrorKind::not_found, "No such decision", {}});
  auto view = view_of(call, {hear::form_of(*found), date_parts(found->decided), {}});
  view.ref = found->ref;
  view.version = std::to_string(found->version);
  return page(call, "hear/ombudsman/decision_form.html", templates::to_value(view));
}

http::Response receive_decision_change(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto typed = typed_in(call.request.form);
  const auto version = base::digits(call.request.form.get("version")).value_or(0);
  const auto changed = call.database.write([&](store::Writer& writer) {
    return hear::change_decision(writer, call.work, ref, version, typed.form);
  });
  if (changed) return redirect_with_message(call, record::page_of(ref), "Decision changed");
  if (changed.error().kind == base::ErrorKind::not_found) return error_page(call, changed.error());
  const auto now = call.database.read(
      [&](store::Reader& reader) { return hear::find_decision(reader, call.authority.id, ref); });
  auto view = view_of(call, typed);
  view.ref = ref;
  view.changed_meanwhile = now && now->version != version;
  view.version = std::to_string(now ? now->version : version);
  return refuse(call, std::move(view), typed, changed.error());
}

}  // namespace throughline::web
