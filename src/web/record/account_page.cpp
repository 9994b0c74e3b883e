#include "web/record/account_page.hpp"

#include "record/session.hpp"
#include "templates/described.hpp"
#include "web/browser_cookie.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct SessionView {
  std::string started;
  std::string last_used;
  bool this_one = false;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (started, last_used, this_one))

struct AccountView {
  std::string name;
  std::string email;
  std::string role;
  std::vector<SessionView> sessions;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(AccountView, (), (name, email, role, sessions, errors))

std::string in_london(const std::string& instant) {
  const auto at = base::instant_from_text(instant);
  return at ? base::to_london_text(*at) : instant;
}

http::Response show(Call& call, templates::Value errors, int status) {
  const auto& ref = call.work.actor.user_ref;
  AccountView view;
  view.errors = std::move(errors);
  view.role = record::role_label(call.work.actor.role);
  call.database.read([&](store::Reader& reader) {
    const auto user = record::find_user(reader, call.authority.id, ref).value();
    view.name = user.name;
    view.email = user.email;
    for (const auto& each : record::sessions_of(reader, call.work, ref, call.site.session_limits)) {
      view.sessions.push_back(
          {in_london(each.started), in_london(each.last_used), each.id == call.session_id});
    }
  });
  return page(call, "record/account.html", templates::to_value(view), status);
}

}  // namespace

http::Response account_page(Call& call) {
  return show(call, no_errors(), 200);
}

http::Response receive_password(Call& call) {
  const auto& form = call.request.form;
  const auto changed = record::change_password(call.database, call.work, call.site.passwords,
                                               form.get("current"), form.get("password"));
  if (!changed) return show(call, form_errors(changed.error()), 400);
  // A password is often changed because somebody else knows it.
  call.database.write([&](store::Writer& writer) {
    record::end_other_sessions(writer, call.work, call.session_id);
  });
  return redirect_with_message(call, "/account",
                               "Password changed. You are signed out everywhere else");
}

http::Response receive_sign_out_everywhere(Call& call) {
  call.database.write(
      [&](store::Writer& writer) { record::end_other_sessions(writer, call.work, ""); });
  auto response = redirect_with_message(call, "/sign-in", "You have signed out everywhere");
  forget_browser_cookie(response, call.request, session_cookie);
  return response;
}

}  // namespace throughline::web
