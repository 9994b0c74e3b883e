#include "web/hear/coproduction/group_pages.hpp"

#include "base/digits.hpp"
#include "hear/coproduction/group.hpp"
#include "hear/coproduction/project.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "templates/described.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

namespace co = hear::coproduction;

struct GroupLineView {
  std::string href;
  std::string name;
  std::string purpose;
  std::int64_t members = 0;
};
BOOST_DESCRIBE_STRUCT(GroupLineView, (), (href, name, purpose, members))

struct GroupListView {
  std::vector<GroupLineView> groups;
  bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(GroupListView, (), (groups, may_add))

struct MemberLineView {
  std::string href;
  std::string name;
  std::string standing;
  std::string joined;
  std::string left;
};
BOOST_DESCRIBE_STRUCT(MemberLineView, (), (href, name, standing, joined, left))

struct StandingCountView {
  std::string name;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(StandingCountView, (), (name, count))

struct GroupProjectView {
  std::string href;
  std::string title;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(GroupProjectView, (), (href, title, state))

struct GroupView {
  std::string ref;
  std::string href;
  std::string name;
  std::string purpose;
  std::int64_t count = 0;
  std::vector<StandingCountView> standings;
  std::vector<MemberLineView> members;  // only for those who keep the list
  std::vector<GroupProjectView> projects;
  std::vector<HistoryView> history;
  bool may_change = false;
};
BOOST_DESCRIBE_STRUCT(GroupView, (),
                      (ref, href, name, purpose, count, standings, members, projects, history,
                       may_change))

struct GroupFormView {
  std::string ref;
  std::string version;
  std::string name;
  std::string purpose;
  bool changed_meanwhile = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(GroupFormView, (), (ref, version, name, purpose, changed_meanwhile, errors))

std::string href_of(const std::string& ref) {
  return "/co-production/groups/" + ref;
}

http::Response show_form(Call& call, const GroupFormView& view, int status = 200) {
  return page(call, "hear/coproduction/group_form.html", templates::to_value(view), status);
}

co::GroupForm form_in(const http::Form& form) {
  return {form.get("name"), form.get("purpose")};
}

http::Response refuse(Call& call, GroupFormView view, const base::Error& error) {
  auto problems = error.problems;
  if (problems.empty()) problems.push_back({"", error.message});
  view.name = call.request.form.get("name");
  view.purpose = call.request.form.get("purpose");
  view.errors = form_errors({error.kind, error.message, std::move(problems)});
  return show_form(call, view, error.kind == base::ErrorKind::conflict ? 409 : 400);
}

void fill_members(GroupView& view, const std::vector<co::Member>& members) {
  for (const auto standing : co::all_standings) {
    const auto count = std::ranges::count_if(
        members, [&](const co::Member& each) { return !each.left && each.standing == standing; });
    if (count > 0) view.standings.push_back({std::string(co::label(standing)), count});
  }
  if (!view.may_change) return;
  for (const auto& each : members) {
    view.members.push_back({"/co-production/members/" + each.ref,
                            each.name.empty() ? each.ref + " (name erased)" : each.name,
                            std::string(co::label(each.standing)), base::to_long_text(each.joined),
                            each.left ? base::to_long_text(*each.left) : ""});
  }
}

}  // namespace

http::Response group_list_page(Call& call) {
  GroupListView view;
  view.may_add = call.may("POST", "/co-production/groups");
  call.database.read([&](store::Reader& reader) {
    for (const auto& each : co::groups(reader, call.authority.id)) {
      view.groups.push_back({href_of(each.ref), each.name, each.purpose, each.members});
    }
  });
  return page(call, "hear/coproduction/groups.html", templates::to_value(view));
}

http::Response group_page(Call& call) {
  const auto view = call.database.read([&](store::Reader& reader) -> std::optional<GroupView> {
    const auto& council = call.authority.id;
    const auto found = co::find_group(reader, council, call.parameter("ref"));
    if (!found) return std::nullopt;
    GroupView made;
    made.ref = found->ref;
    made.href = href_of(found->ref);
    made.name = found->name;
    made.purpose = found->purpose;
    made.count = found->members;
    made.may_change = call.may("POST", "/co-production/groups/{ref}");
    fill_members(made, co::members(reader, council, found->ref,
                                   made.may_change ? co::Names::shown : co::Names::kept_back));
    for (const auto& each : co::projects(reader, council, {})) {
      if (std::ranges::find(each.groups, found->ref, &co::GroupName::ref) == each.groups.end()) {
        continue;
      }
      made.projects.push_back(
          {record::page_of(each.ref), each.title, std::string(co::label(each.state()))});
    }
    made.history = history_views(record::history(reader, council, found->ref));
    return made;
  });
  if (!view) return error_page(call, {base::ErrorKind::not_found, "No such group", {}});
  return page(call, "hear/coproduction/group.html", templates::to_value(*view));
}

http::Response new_group_page(Call& call) {
  return show_form(call, {});
}

http::Response receive_group(Call& call) {
  const auto added = call.database.write([&](store::Writer& writer) {
    return co::add_group(writer, call.work, form_in(call.request.form));
  });
  if (added) return redirect_with_message(call, href_of(added->ref), "Group added");
  return refuse(call, {}, added.error());
}

http::Response change_group_page(Call& call) {
  const auto found = call.database.read([&](store::Reader& reader) {
    return co::find_group(reader, call.authority.id, call.parameter("ref"));
  });
  if (!found) return error_page(call, {base::ErrorKind::not_found, "No such group", {}});
  return show_form(call, {found->ref, std::to_string(found->version), found->name, found->purpose,
                          false, no_errors()});
}

http::Response receive_group_change(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto version = base::digits(call.request.form.get("version")).value_or(0);
  const auto changed = call.database.write([&](store::Writer& writer) {
    return co::change_group(writer, call.work, ref, version, form_in(call.request.form));
  });
  if (changed) return redirect_with_message(call, href_of(ref), "Group changed");
  if (changed.error().kind == base::ErrorKind::not_found) return error_page(call, changed.error());
  const auto now = call.database.read(
      [&](store::Reader& reader) { return co::find_group(reader, call.authority.id, ref); });
  GroupFormView view;
  view.ref = ref;
  view.changed_meanwhile = now && now->version != version;
  view.version = std::to_string(now ? now->version : version);
  return refuse(call, std::move(view), changed.error());
}

}  // namespace throughline::web
