#include "web/hear/coproduction/project_page.hpp"

#include "base/digits.hpp"
#include "hear/coproduction/project.hpp"
#include "record/bank_holidays.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "templates/described.hpp"
#include "web/date_parts.hpp"
#include "web/history_view.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

namespace co = hear::coproduction;

struct AskView {
  std::string number;
  std::string asked;
  std::string answer;
  std::string answered;
  std::string outcome;
  std::string outcome_class;
};
BOOST_DESCRIBE_STRUCT(AskView, (), (number, asked, answer, answered, outcome, outcome_class))

struct HoldUpView {
  std::string since;
  std::string why;
  std::string owner;
  std::string freed;
  std::string how;
};
BOOST_DESCRIBE_STRUCT(HoldUpView, (), (since, why, owner, freed, how))

struct LinkedView {
  std::string title;
  std::string href;  // empty: this person may not open it
  std::string state;
};
BOOST_DESCRIBE_STRUCT(LinkedView, (), (title, href, state))

struct FactView {
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(FactView, (), (name, value))

struct ProjectView {
  std::string ref;
  std::string href;
  std::string title;
  std::string state;
  std::string state_class;
  bool early = false;
  std::string stage;
  std::string about;
  std::string question;
  std::string service;
  std::string given;
  std::vector<FactView> facts;
  std::vector<LinkedView> groups;
  std::vector<FactView> people;
  std::vector<AskView> asks;
  std::vector<OptionView> ask_choices;
  std::vector<OptionView> outcomes;
  std::vector<HoldUpView> hold_ups;
  bool stuck = false;
  bool finished = false;
  bool may_finish = false;
  std::string unanswered;
  std::vector<LinkedView> considered;
  std::vector<LinkedView> raised;
  std::vector<HistoryView> history;
  std::string adding;  // which form is open again
  std::string asked;
  std::string answer;
  DatePartsView since;
  std::string why;
  std::string owner;
  DatePartsView freed;
  std::string how;
  std::string source;
  std::string action;
  bool may_change = false;
  bool may_raise = false;
  bool may_add_evidence = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ProjectView, (),
                      (ref, href, title, state, state_class, early, stage, about, question, service,
                       given, facts, groups, people, asks, ask_choices, outcomes, hold_ups, stuck,
                       finished, may_finish, unanswered, considered, raised, history, adding, asked,
                       answer, since, why, owner, freed, how, source, action, may_change, may_raise,
                       may_add_evidence, errors))

std::string outcome_class(co::Outcome outcome) {
  if (outcome == co::Outcome::changed) return "govuk-tag--green";
  if (outcome == co::Outcome::not_changed) return "govuk-tag--orange";
  return "govuk-tag--grey";
}

std::string given_words(const co::Project& found) {
  const auto days = found.days_given();
  if (!days) return "Answers were wanted by no day";
  std::string said = std::to_string(*days) + (*days == 1 ? " day" : " days");
  if (const auto working = found.working_days_given(record::working_days())) {
    said += " (" + std::to_string(*working) + (*working == 1 ? " working day)" : " working days)");
  }
  return said;
}

void fill_asks(ProjectView& view, const co::Project& found) {
  for (const auto& each : found.asks) {
    view.asks.push_back({std::to_string(each.number), each.asked, each.answer,
                         each.answered ? base::to_long_text(*each.answered) : "",
                         std::string(co::label(each.outcome)), outcome_class(each.outcome)});
    view.ask_choices.push_back(
        option(std::to_string(each.number), std::to_string(each.number) + ". " + each.asked, ""));
  }
  const auto open = found.asks_that(co::Outcome::open);
  if (open > 0) {
    view.unanswered = std::to_string(open) + (open == 1 ? " thing" : " things") +
                      " that people asked for " + (open == 1 ? "has" : "have") + " no answer yet";
  }
  view.may_finish = open == 0 && !found.held_up();
}

ProjectView view_of(const co::Project& found) {
  ProjectView view;
  view.ref = found.ref;
  view.href = record::page_of(found.ref);
  view.title = found.title;
  view.state = co::label(found.state());
  view.stuck = found.state() == co::State::stuck;
  view.finished = found.state() == co::State::finished;
  view.state_class = view.stuck      ? "govuk-tag--red"
                     : view.finished ? "govuk-tag--green"
                                     : "govuk-tag--blue";
  view.stage = co::label(found.stage);
  view.early = co::is_early(found.stage);
  view.about = found.about;
  view.question = found.question;
  view.service = found.service_name;
  view.given = given_words(found);
  view.facts.push_back({"People were asked", base::to_long_text(found.asked_on)});
  if (found.wanted_by) {
    view.facts.push_back({"Answers wanted by", base::to_long_text(*found.wanted_by)});
  }
  view.facts.push_back({"Time to answer", view.given});
  if (found.decided_on) {
    view.facts.push_back({"Decided", base::to_long_text(*found.decided_on)});
  }
  if (found.finished_on) {
    view.facts.push_back({"Finished", base::to_long_text(*found.finished_on)});
  }
  for (const auto& group : found.groups) {
    view.groups.push_back({group.name, "/co-production/groups/" + group.ref, ""});
  }
  if (found.open_to_all) view.groups.push_back({"Anyone who wanted to", "", ""});
  for (const auto& [standing, count] : found.took_part) {
    view.people.push_back({std::string(co::label(standing)), std::to_string(count)});
  }
  for (const auto& each : found.hold_ups) {
    view.hold_ups.push_back({base::to_long_text(each.since), each.why, each.owner,
                             each.freed ? base::to_long_text(*each.freed) : "", each.how});
  }
  fill_asks(view, found);
  return view;
}

void fill_links(ProjectView& view, const Call& call, store::Reader& reader) {
  const auto& council = call.authority.id;
  const auto linked = [&](const std::string& ref) -> std::optional<LinkedView> {
    const auto node = record::find_node(reader, council, ref);
    const auto kind = record::kind_of(ref);
    if (!node || !kind) return std::nullopt;
    const auto route = *kind == record::NodeKind::case_      ? "/cases/{ref}"
                       : *kind == record::NodeKind::theme    ? "/themes/{ref}"
                       : *kind == record::NodeKind::action   ? "/actions/{ref}"
                       : *kind == record::NodeKind::evidence ? "/evidence/{ref}"
                                                             : "/trace/{ref}";
    const bool opens = call.may("GET", route);
    // Whoever may not open a case sees that there is one and no more.
    const bool hidden = *kind == record::NodeKind::case_ && !opens;
    return LinkedView{hidden ? ref : node->title, opens ? record::page_of(ref) : "", node->state};
  };
  for (const auto& link : record::links_to(reader, council, view.ref)) {
    if (link.relation != record::Relation::considered_in) continue;
    if (auto made = linked(link.from)) view.considered.push_back(*std::move(made));
  }
  for (const auto& link : record::links_from(reader, council, view.ref)) {
    if (link.relation == record::Relation::published_in) continue;
    if (auto made = linked(link.to)) view.raised.push_back(*std::move(made));
  }
}

std::optional<ProjectView> load(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<ProjectView> {
    const auto found = co::find_project(reader, call.authority.id, call.parameter("ref"));
    if (!found) return std::nullopt;
    auto view = view_of(*found);
    fill_links(view, call, reader);
    view.history = history_views(record::history(reader, call.authority.id, found->ref));
    view.may_change = call.may("POST", "/co-production/{ref}");
    view.may_raise = call.may("GET", "/actions/new");
    view.may_add_evidence = call.may("GET", "/evidence/new");
    for (const auto each : {co::Outcome::changed, co::Outcome::not_changed}) {
      view.outcomes.push_back(
          option(co::to_text(each), co::label(each), call.request.form.get("outcome")));
    }
    return view;
  });
}

http::Response show(Call& call, const ProjectView& view, int status = 200) {
  return page(call, "hear/coproduction/project.html", templates::to_value(view), status);
}

// Back to the page, or the form as it was typed with what is wrong.
http::Response answer(Call& call, const base::Result<void>& outcome,
                      std::vector<base::Problem> problems, const std::string& adding,
                      const std::string& message) {
  if (outcome) {
    return redirect_with_message(call, record::page_of(call.parameter("ref")), message);
  }
  if (outcome.error().kind == base::ErrorKind::not_found) return error_page(call, outcome.error());
  auto view = load(call);
  if (!view) return error_page(call, {base::ErrorKind::not_found, "No such project", {}});
  const auto& form = call.request.form;
  view->adding = adding;
  view->asked = form.get("asked");
  view->answer = form.get("answer");
  view->since = date_parts(form, "since");
  view->why = form.get("why");
  view->owner = form.get("owner");
  view->freed = date_parts(form, "freed");
  view->how = form.get("how");
  view->source = form.get("source");
  view->action = form.get("action");
  for (auto& each : view->ask_choices) {
    each.selected = each.checked = each.value == form.get("number");
  }
  for (const auto& problem : outcome.error().problems) {
    const bool told = std::ranges::any_of(
        problems, [&](const base::Problem& each) { return each.field == problem.field; });
    if (!told) problems.push_back(problem);
  }
  if (problems.empty()) problems.push_back({"", outcome.error().message});
  view->errors = form_errors({outcome.error().kind, "There is a problem", std::move(problems)});
  return show(call, *view, outcome.error().kind == base::ErrorKind::conflict ? 409 : 400);
}

}  // namespace

http::Response project_page(Call& call) {
  const auto view = load(call);
  if (!view) return error_page(call, {base::ErrorKind::not_found, "No such project", {}});
  return show(call, *view);
}

http::Response receive_ask(Call& call) {
  const auto kept = call.database.write([&](store::Writer& writer) {
    return co::ask(writer, call.work, call.parameter("ref"), call.request.form.get("asked"));
  });
  return answer(call, kept, {}, "ask", "Written down");
}

http::Response receive_ask_answer(Call& call) {
  const auto& form = call.request.form;
  const auto kept = call.database.write([&](store::Writer& writer) {
    return co::answer_ask(writer, call.work, call.parameter("ref"),
                          base::digits(form.get("number")).value_or(0), form.get("outcome"),
                          form.get("answer"));
  });
  return answer(call, kept, {}, "answer", "Answer kept");
}

http::Response receive_hold_up(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const auto since = read_date(form, "since", "the day since which it is stuck", problems);
  const auto kept = call.database.write([&](store::Writer& writer) {
    return co::hold_up(writer, call.work, call.parameter("ref"), since, form.get("why"),
                       form.get("owner"));
  });
  return answer(call, kept, std::move(problems), "hold-up", "Marked as stuck");
}

http::Response receive_release(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> problems;
  const auto freed = read_date(form, "freed", "the day on which it was freed", problems);
  const auto kept = call.database.write([&](store::Writer& writer) {
    return co::free_project(writer, call.work, call.parameter("ref"), freed, form.get("how"));
  });
  return answer(call, kept, std::move(problems), "release", "No longer stuck");
}

http::Response receive_project_finish(Call& call) {
  const auto kept = call.database.write(
      [&](store::Writer& writer) { return co::finish(writer, call.work, call.parameter("ref")); });
  return answer(call, kept, {}, "", "Finished");
}

http::Response receive_project_reopening(Call& call) {
  const auto kept = call.database.write([&](store::Writer& writer) {
    return co::take_up_again(writer, call.work, call.parameter("ref"));
  });
  return answer(call, kept, {}, "", "Taken up again");
}

http::Response receive_project_source(Call& call) {
  const auto kept = call.database.write([&](store::Writer& writer) {
    return co::consider(writer, call.work, call.parameter("ref"), call.request.form.get("source"));
  });
  return answer(call, kept, {}, "source", "Joined");
}

http::Response receive_project_action(Call& call) {
  const auto kept = call.database.write([&](store::Writer& writer) {
    return co::join_action(writer, call.work, call.parameter("ref"),
                           call.request.form.get("action"));
  });
  return answer(call, kept, {}, "action", "Joined to the action");
}

}  // namespace throughline::web
