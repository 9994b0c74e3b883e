#include "web/record/user_page.hpp"

#include "record/event.hpp"
#include "record/user.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct RoleView {
  std::string value;
  std::string text;
  bool checked = false;
};
BOOST_DESCRIBE_STRUCT(RoleView, (), (value, text, checked))

struct UserView {
  std::string ref;
  std::string name;
  std::string email;
  std::string role;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(UserView, (), (ref, name, email, role, active))

struct UserListView {
  std::vector<UserView> users;
};
BOOST_DESCRIBE_STRUCT(UserListView, (), (users))

struct NewUserView {
  std::string name;
  std::string email;
  std::vector<RoleView> roles;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(NewUserView, (), (name, email, roles, errors))

struct HistoryView {
  std::string at;
  std::string who;
  std::string what;
};
BOOST_DESCRIBE_STRUCT(HistoryView, (), (at, who, what))

struct UserPageView {
  UserView user;
  std::vector<RoleView> roles;
  std::vector<HistoryView> history;
};
BOOST_DESCRIBE_STRUCT(UserPageView, (), (user, roles, history))

UserView view_of(const record::User& user) {
  return {user.ref, user.name, user.email, std::string(record::role_label(user.role)), user.active};
}

std::vector<RoleView> roles(std::string_view chosen) {
  std::vector<RoleView> views;
  for (const auto role : record::all_roles) {
    if (role == record::Role::visitor) continue;
    const auto value = record::to_text(role);
    views.push_back({std::string(value), std::string(record::role_label(role)), value == chosen});
  }
  return views;
}

HistoryView view_of(const record::Event& event) {
  const auto at = base::instant_from_text(event.at);
  std::string what = event.verb;
  for (const auto& [name, value] : event.details) what += ", " + name + ": " + value;
  return {at ? base::to_london_text(*at) : event.at, event.actor_name, what};
}

http::Response after(Call& call, const base::Result<record::User>& outcome,
                     const std::string& message) {
  if (!outcome) return error_page(call, outcome.error());
  return redirect_with_message(call, "/users/" + outcome->ref, outcome->name + message);
}

}  // namespace

http::Response user_list_page(Call& call) {
  UserListView view;
  call.database.read([&](store::Reader& reader) {
    for (const auto& user : record::users(reader, call.authority.id)) {
      view.users.push_back(view_of(user));
    }
  });
  return page(call, "record/user_list.html", templates::to_value(view));
}

http::Response new_user_page(Call& call) {
  NewUserView view;
  view.roles = roles("");
  return page(call, "record/new_user.html", templates::to_value(view));
}

http::Response receive_user(Call& call) {
  const auto& form = call.request.form;
  const record::NewUser typed{form.get("email"), form.get("name"), form.get("role"),
                              form.get("password")};
  const auto user = record::add_user(call.database, call.work, call.site.passwords, typed);
  if (user) return after(call, user, " can now sign in");
  NewUserView view;
  view.name = typed.name;
  view.email = typed.email;
  view.roles = roles(typed.role);
  view.errors = form_errors(user.error());
  return page(call, "record/new_user.html", templates::to_value(view), 400);
}

http::Response user_page(Call& call) {
  const auto view = call.database.read([&](store::Reader& reader) -> std::optional<UserPageView> {
    const auto user = record::find_user(reader, call.authority.id, call.parameter("ref"));
    if (!user) return std::nullopt;
    UserPageView shown{view_of(*user), roles(record::to_text(user->role)), {}};
    for (const auto& event : record::history(reader, call.authority.id, user->ref)) {
      shown.history.insert(shown.history.begin(), view_of(event));
    }
    return shown;
  });
  if (!view) return error_page(call, {base::ErrorKind::not_found, "There is no such person", {}});
  return page(call, "record/user.html", templates::to_value(*view));
}

http::Response receive_role(Call& call) {
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return record::change_role(writer, call.work, call.parameter("ref"),
                               call.request.form.get("role"));
  });
  return after(call, outcome, " has a new role");
}

http::Response receive_deactivation(Call& call) {
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return record::deactivate(writer, call.work, call.parameter("ref"));
  });
  return after(call, outcome, " can no longer sign in");
}

http::Response receive_reactivation(Call& call) {
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return record::reactivate(writer, call.work, call.parameter("ref"));
  });
  return after(call, outcome, " can sign in again");
}

}  // namespace throughline::web
