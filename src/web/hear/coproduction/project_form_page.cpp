#include "web/hear/coproduction/project_form_page.hpp"

#include "base/digits.hpp"
#include "hear/coproduction/group.hpp"
#include "hear/coproduction/project.hpp"
#include "record/line.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/date_parts.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

namespace co = hear::coproduction;

struct PeopleView {
  std::string name;  // of the field
  std::string label;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(PeopleView, (), (name, label, value))

struct ProjectFormView {
  std::string ref;  // empty: a new one
  std::string version;
  std::string title;
  std::string about;
  std::string question;
  std::vector<OptionView> services;
  std::vector<OptionView> stages;
  std::vector<OptionView> groups;
  bool open_to_all = false;
  DatePartsView asked_on;
  DatePartsView wanted_by;
  DatePartsView decided_on;
  std::vector<PeopleView> people;
  bool changed_meanwhile = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ProjectFormView, (),
                      (ref, version, title, about, question, services, stages, groups, open_to_all,
                       asked_on, wanted_by, decided_on, people, changed_meanwhile, errors))

struct Typed {
  co::ProjectForm form;
  DatePartsView asked_on;
  DatePartsView wanted_by;
  DatePartsView decided_on;
  std::vector<base::Problem> problems;
};

// A date that may be left out.
std::optional<base::Date> read_optional(const http::Form& form, const std::string& name,
                                        const std::string& label,
                                        std::vector<base::Problem>& problems) {
  const auto parts = date_parts(form, name);
  if (parts.day.empty() && parts.month.empty() && parts.year.empty()) return std::nullopt;
  return read_date(form, name, label, problems);
}

Typed typed_in(const http::Form& form) {
  Typed typed;
  auto& read = typed.form;
  read.title = form.get("title");
  read.about = form.get("about");
  read.question = form.get("question");
  read.service_ref = form.get("service");
  read.stage = form.get("stage");
  read.open_to_all = form.get("open_to_all");
  read.groups = form.all("groups");
  for (std::size_t at = 0; at < read.people.size(); ++at) {
    read.people[at] = form.get("people_" + std::string(co::to_text(co::all_standings[at])));
  }
  typed.asked_on = date_parts(form, "asked_on");
  typed.wanted_by = date_parts(form, "wanted_by");
  typed.decided_on = date_parts(form, "decided_on");
  read.asked_on = read_date(form, "asked_on", "the day on which people were asked", typed.problems);
  read.wanted_by =
      read_optional(form, "wanted_by", "the day by which answers were wanted", typed.problems);
  read.decided_on =
      read_optional(form, "decided_on", "the day on which it was decided", typed.problems);
  return typed;
}

ProjectFormView view_of(Call& call, const Typed& typed) {
  const auto& form = typed.form;
  ProjectFormView view;
  view.title = form.title;
  view.about = form.about;
  view.question = form.question;
  view.open_to_all = form.open_to_all == "yes";
  view.asked_on = typed.asked_on;
  view.wanted_by = typed.wanted_by;
  view.decided_on = typed.decided_on;
  view.services.push_back(option("", "Not about one service", form.service_ref));
  call.database.read([&](store::Reader& reader) {
    for (const auto& service : record::services(reader, call.authority.id)) {
      view.services.push_back(option(service.ref, service.name, form.service_ref));
    }
    for (const auto& group : co::groups(reader, call.authority.id)) {
      const bool chosen = std::ranges::find(form.groups, group.ref) != form.groups.end();
      view.groups.push_back(option(group.ref, group.name, chosen ? group.ref : ""));
    }
  });
  for (const auto stage : co::all_stages) {
    view.stages.push_back(option(co::to_text(stage), co::label(stage), form.stage));
  }
  for (std::size_t at = 0; at < form.people.size(); ++at) {
    const auto standing = co::all_standings[at];
    view.people.push_back({"people_" + std::string(co::to_text(standing)),
                           std::string(co::label(standing)), form.people[at]});
  }
  return view;
}

http::Response refuse(Call& call, ProjectFormView view, const Typed& typed,
                      const base::Error& error) {
  auto problems = error.problems;
  // What is wrong with the boxes of a date says more than that there is none.
  std::erase_if(problems, [&](const base::Problem& problem) {
    return std::ranges::find(typed.problems, problem.field, &base::Problem::field) !=
           typed.problems.end();
  });
  problems.insert(problems.end(), typed.problems.begin(), typed.problems.end());
  if (problems.empty()) problems.push_back({"", error.message});
  view.errors = form_errors({error.kind, error.message, std::move(problems)});
  return page(call, "hear/coproduction/project_form.html", templates::to_value(view),
              error.kind == base::ErrorKind::conflict ? 409 : 400);
}

// What could not be read as a date would be lost if the rest were kept.
std::optional<base::Error> unreadable(const Typed& typed) {
  if (typed.problems.empty()) return std::nullopt;
  return base::Error{base::ErrorKind::invalid, "There is a problem", {}};
}

}  // namespace

http::Response new_project_page(Call& call) {
  return page(call, "hear/coproduction/project_form.html", templates::to_value(view_of(call, {})));
}

http::Response receive_project(Call& call) {
  const auto typed = typed_in(call.request.form);
  const auto added = call.database.write([&](store::Writer& writer) -> base::Result<co::Project> {
    auto made = co::add_project(writer, call.work, typed.form);
    // Thrown away with the transaction, so that nothing half read is kept.
    if (made && unreadable(typed)) return tl::make_unexpected(*unreadable(typed));
    return made;
  });
  if (added) return redirect_with_message(call, record::page_of(added->ref), "Project added");
  return refuse(call, view_of(call, typed), typed, added.error());
}

http::Response change_project_page(Call& call) {
  const auto found = call.database.read([&](store::Reader& reader) {
    return co::find_project(reader, call.authority.id, call.parameter("ref"));
  });
  if (!found) return error_page(call, {base::ErrorKind::not_found, "No such project", {}});
  Typed typed{co::form_of(*found), date_parts(found->asked_on), {}, {}, {}};
  if (found->wanted_by) typed.wanted_by = date_parts(*found->wanted_by);
  if (found->decided_on) typed.decided_on = date_parts(*found->decided_on);
  auto view = view_of(call, typed);
  view.ref = found->ref;
  view.version = std::to_string(found->version);
  return page(call, "hear/coproduction/project_form.html", templates::to_value(view));
}

http::Response receive_project_change(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto typed = typed_in(call.request.form);
  const auto version = base::digits(call.request.form.get("version")).value_or(0);
  const auto changed = call.database.write([&](store::Writer& writer) -> base::Result<co::Project> {
    auto made = co::change_project(writer, call.work, ref, version, typed.form);
    if (made && unreadable(typed)) return tl::make_unexpected(*unreadable(typed));
    return made;
  });
  if (changed) return redirect_with_message(call, record::page_of(ref), "Project changed");
  if (changed.error().kind == base::ErrorKind::not_found) return error_page(call, changed.error());
  const auto now = call.database.read(
      [&](store::Reader& reader) { return co::find_project(reader, call.authority.id, ref); });
  auto view = view_of(call, typed);
  view.ref = ref;
  view.changed_meanwhile = now && now->version != version;
  view.version = std::to_string(now ? now->version : version);
  return refuse(call, std::move(view), typed, changed.error());
}

}  // namespace throughline::web
