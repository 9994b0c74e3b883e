#include "web/hear/ombudsman/decision_page.hpp"

#include "base/digits.hpp"
#include "hear/ombudsman/ombudsman.hpp"
#include "record/event.hpp"
#include "templates/described.hpp"
#include "web/date_parts.hpp"
#include "web/history_view.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct RecommendationView {
  std::string number;
  std::string what;
  std::string due;
  std::string done;
  std::string evidence;
  std::string state;
  std::string state_class;
};
BOOST_DESCRIBE_STRUCT(RecommendationView, (),
                      (number, what, due, done, evidence, state, state_class))

struct RaisedView {
  std::string ref;
  std::string title;
  std::string href;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(RaisedView, (), (ref, title, href, state))

struct DecisionView {
  std::string ref;
  std::string href;
  std::string title;
  std::string reference;
  std::string case_ref;
  std::string case_href;
  std::string service;
  std::string topic;
  std::string subject;
  std::string verdict;
  std::string decided;
  std::string fault;
  std::string injustice;
  std::string remedy;
  std::string compliance;
  std::string learning;
  bool upheld = false;
  std::vector<RecommendationView> recommendations;
  std::vector<OptionView> open;  // recommendations that are not done
  std::vector<RaisedView> raised;
  std::vector<HistoryView> history;
  std::string what;
  DatePartsView due;
  DatePartsView done;
  std::string evidence;
  std::string action;
  std::string adding;  // which form is open again: "recommendation", "completion", "action"
  bool may_change = false;
  bool may_raise = false;
  bool may_add_evidence = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(DecisionView, (),
                      (ref, href, title, reference, case_ref, case_href, service, topic, subject,
                       verdict, decided, fault, injustice, remedy, compliance, learning, upheld,
                       recommendations, open, raised, history, what, due, done, evidence, action,
                       adding, may_change, may_raise, may_add_evidence, errors))

RecommendationView recommendation_view(const hear::Recommendation& each, base::Date today) {
  RecommendationView view{std::to_string(each.number),
                          each.what,
                          base::to_long_text(each.due),
                          each.done ? base::to_long_text(*each.done) : "",
                          each.evidence,
                          "To do",
                          "govuk-tag--blue"};
  if (each.overdue(today)) {
    view.state = "Overdue";
    view.state_class = "govuk-tag--red";
  } else if (each.late()) {
    view.state = "Done late";
    view.state_class = "govuk-tag--yellow";
  } else if (each.done) {
    view.state = "Done";
    view.state_class = "govuk-tag--green";
  }
  return view;
}

DecisionView view_of(const hear::Decision& found, base::Date today) {
  DecisionView view;
  view.ref = found.ref;
  view.href = record::page_of(found.ref);
  view.title = hear::title(found);
  view.reference = found.reference;
  view.case_ref = found.case_ref;
  view.service = found.service_name;
  view.topic = hear::label(found.topic);
  view.subject = found.subject;
  view.verdict = hear::label(found.verdict);
  view.decided = base::to_long_text(found.decided);
  view.fault = found.fault;
  view.injustice = found.injustice;
  view.remedy = found.remedied_before ? found.remedy : "";
  view.compliance = hear::label(found.compliance);
  view.learning = found.learning;
  view.upheld = found.verdict == hear::Verdict::upheld;
  for (const auto& each : found.recommendations) {
    view.recommendations.push_back(recommendation_view(each, today));
    if (!each.done) {
      view.open.push_back(option(std::to_string(each.number),
                                 std::to_string(each.number) + ". " + each.what.substr(0, 60), ""));
    }
  }
  return view;
}

std::optional<DecisionView> load(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<DecisionView> {
    const auto& council = call.authority.id;
    const auto found = hear::find_decision(reader, council, call.parameter("ref"));
    if (!found) return std::nullopt;
    auto view = view_of(*found, call.work.today());
    if (!found->case_ref.empty() && call.may("GET", "/cases/{ref}")) {
      view.case_href = record::page_of(found->case_ref);
    }
    for (const auto& link : record::links_from(reader, council, found->ref)) {
      const auto node = record::find_node(reader, council, link.to);
      if (node)
        view.raised.push_back({link.to, node->title, record::page_of(link.to), node->state});
    }
    view.history = history_views(record::history(reader, council, found->ref));
    view.may_change = call.may("POST", "/ombudsman/{ref}");
    view.may_raise = call.may("GET", "/actions/new");
    view.may_add_evidence = call.may("GET", "/evidence/new");
    return view;
  });
}

http::Response show(Call& call, const DecisionView& view, int status = 200) {
  return page(call, "hear/ombudsman/decision.html", templates::to_value(view), status);
}

// Back to the page, or the form as it was typed with what is wrong.
http::Response answer(Call& call, const base::Result<void>& outcome,
                      std::vector<base::Problem> problems, const std::string& adding,
                      const std::string& message) {
  if (outcome) {
    return redirect_with_message(call, record::page_of(call.parameter("ref")), message);
  }
  if (outcome.error().kind != base::ErrorKind::invalid) return error_page(call, outcome.error());
  auto view = load(call);
  if (!view) return error_page(call, {base::ErrorKind::not_found, "No such decision", {}});
  const auto& form = call.request.form;
  view->adding = adding;
  view->what = form.get("what");
  view->due = date_parts(form, "due");
  view->done = date_parts(form, "done");
  view->evidence = form.get("evidence");
  view->action = form.get("action");
  for (const auto& problem : outcome.error().problems) {
    const bool told = std::ranges::any_of(
        problems, [&](const base::Problem& each) { return each.field == problem.field; });
    if (!told) problems.push_back(problem);
  }
  view->errors = form_errors({base::ErrorKind::invalid, "There is a problem", std::move(problems)});
  return show(call, *view, 400);
}

}  // namespace

http::Response decision_page(Call& call) {
  const auto view = load(call);
  if (!view) return error_page(call, {base::ErrorKind::not_found, "No such decision", {}});
  return show(call, *view);
}

http::Response receive_recommendation(Call& call) {
  std::vector<base::Problem> problems;
  const auto due =
      read_date(call.request.form, "due", "the day by which it must be done", problems);
  const auto added = call.database.write([&](store::Writer& writer) {
    return hear::recommend(writer, call.work, call.parameter("ref"), call.request.form.get("what"),
                           due);
  });
  return answer(call, added, std::move(problems), "recommendation", "Recommendation added");
}

http::Response receive_completion(Call& call) {
  std::vector<base::Problem> problems;
  const auto done = read_date(call.request.form, "done", "the day it was done", problems);
  const auto number = base::digits(call.request.form.get("number")).value_or(0);
  const auto completed = call.database.write([&](store::Writer& writer) {
    return hear::complete(writer, call.work, call.parameter("ref"), number, done,
                          call.request.form.get("evidence"));
  });
  return answer(call, completed, std::move(problems), "completion", "Recommendation done");
}

http::Response receive_decision_action(Call& call) {
  const auto joined = call.database.write([&](store::Writer& writer) {
    return hear::join_action(writer, call.work, call.parameter("ref"),
                             call.request.form.get("action"));
  });
  return answer(call, joined, {}, "action", "Joined to the action");
}

}  // namespace throughline::web
