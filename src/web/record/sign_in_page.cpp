#include "web/record/sign_in_page.hpp"

#include "record/session.hpp"
#include "templates/described.hpp"
#include "web/browser_cookie.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct SignInView {
  std::string email;
  std::string next;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(SignInView, (), (email, next, errors))

http::Response show(Call& call, const SignInView& view, int status = 200) {
  return page(call, "record/sign_in.html", templates::to_value(view), status);
}

http::Response refuse(Call& call, const base::Error& error, int status) {
  SignInView view;
  view.email = call.request.form.get("email");
  view.next = call.request.form.get("next");
  view.errors = form_errors(error);
  return show(call, view, status);
}

const base::Error too_many_tries{
    base::ErrorKind::invalid,
    "",
    {{"email", "There were too many wrong tries from here. Wait a few minutes, then try again"}}};

}  // namespace

std::string safe_next(const std::string& next) {
  const bool ours = next.starts_with('/') && !next.starts_with("//") && !next.starts_with("/\\") &&
                    std::ranges::none_of(next, [](unsigned char c) { return c < 0x20; });
  return ours ? next : "/home";
}

http::Response sign_in_page(Call& call) {
  if (call.signed_in()) return http::Response::redirect("/home");
  SignInView view;
  view.next = call.request.query.get("next");
  return show(call, view);
}

http::Response receive_sign_in(Call& call, GuessLimit& limit) {
  const auto& form = call.request.form;
  const auto& address = call.request.remote_address;
  // Before anything is looked up or written, so that guessing costs the database nothing.
  if (!limit.may_try(address, call.work.now)) {
    return refuse(call, too_many_tries, 429);
  }
  const auto user = record::sign_in(call.database, call.work, call.site.passwords,
                                    form.get("email"), form.get("password"));
  if (!user) {
    limit.was_wrong(address, call.work.now);
    return refuse(call, user.error(), 400);
  }
  // Whatever session this browser had ends here, so that none can be planted before signing in.
  const auto token = call.database.write([&](store::Writer& writer) {
    if (!call.session_id.empty()) record::end_session(writer, call.work, call.session_id);
    return record::start_session(writer, call.work, user->ref, call.site.session_limits);
  });
  auto response = http::Response::redirect(safe_next(form.get("next")));
  set_browser_cookie(response, call.request, session_cookie, token);
  return response;
}

http::Response receive_sign_out(Call& call) {
  call.database.write(
      [&](store::Writer& writer) { record::end_session(writer, call.work, call.session_id); });
  auto response = redirect_with_message(call, "/sign-in", "You have signed out");
  forget_browser_cookie(response, call.request, session_cookie);
  return response;
}

}  // namespace throughline::web
