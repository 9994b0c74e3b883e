#include "web/dispatcher.hpp"

#include "record/change_number.hpp"
#include "record/permission.hpp"
#include "record/signature.hpp"
#include "web/browser_cookie.hpp"
#include "web/form_guard.hpp"
#include "web/http/url.hpp"
#include "web/kept_message.hpp"
#include "web/language.hpp"
#include "web/not_saved.hpp"
#include "web/page.hpp"
#include "web/page_memory.hpp"
#include "web/route_map.hpp"
#include "web/security_headers.hpp"

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <spdlog/spdlog.h>
#include <stdexcept>

namespace throughline::web {

namespace {

// What one look into the database says about a request.
struct Known {
  std::optional<record::Authority> authority;
  std::optional<record::Session> session;
  std::vector<record::ShownLanguage> languages;  // of a visitor
  std::int64_t change = 0;                       // for a page that may be remembered
};

bool is_token(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::string host_name(const http::Request& request) {
  const auto host = request.header("host");
  return host.substr(0, host.find(':'));
}

class Dispatcher {
 public:
  Dispatcher(const Site& site, Routes routes) : site_(site), routes_(routes.all()) {
    const auto missing = undeclared(routes, site.permissions);
    if (missing.empty()) return;
    std::string message = "Routes and data/permissions.csv differ:";
    for (const auto& each : missing) message += "\n  " + each;
    throw std::logic_error(message);
  }

  http::Response answer(http::Request& request) {
    bool for_one_person = false;
    http::Response response;
    std::optional<Spoken> spoken;  // also while the page for a broken world is made
    try {
      response = routed(request, for_one_person, spoken);
    } catch (const std::exception& broken) {
      response = incident(request, broken.what());
    }
    add_security_headers(response, request,
                         for_one_person ? Audience::one_person : Audience::anyone);
    return response;
  }

 private:
  http::Response routed(http::Request& request, bool& for_one_person,
                        std::optional<Spoken>& spoken) {
    auto match = routes_.find(request.method, request.path);
    if (match.route != nullptr && match.route->plain) return match.route->plain(site_, request);

    const auto now = site_.clock.now();
    const bool remembered = match.route != nullptr && match.route->remembered;
    auto known = look_up(request, now, remembered);
    if (!known.authority) return bare_error_page(503);
    for_one_person = known.session.has_value();
    spoken.emplace(known.session ? templates::english() : language_for(request, known.languages),
                   known.languages);

    Call call = call_for(request, *known.authority, known.session, now);
    call.parameters = std::move(match.parameters);
    if (known.session) keep_alive(call, *known.session);
    if (remembered && known.session && call.message.empty()) {
      const auto key = PageMemory::key_of(known.authority->id, request);
      const PageMemory::Moment moment{known.change, now};
      if (auto again = memory_.find(key, moment)) return *std::move(again);
      auto response = finished(call, match, known, for_one_person);
      memory_.keep(key, moment, response);
      return response;
    }
    return finished(call, match, known, for_one_person);
  }

  http::Response finished(Call& call, const RouteMap::Match& match, const Known& known,
                          bool& for_one_person) {
    auto response = guarded(call, match);
    const bool has_form = response.body.find(call.form_token) != std::string::npos;
    for_one_person = for_one_person || has_form || !call.message.empty();
    keep_cookies(call, response, has_form);
    // What everyone may be shown is still another page for who is signed in.
    response.set_header("Vary", known.languages.empty() ? "Cookie" : "Cookie, Accept-Language");
    return response;
  }

  Known look_up(const http::Request& request, base::Instant now, bool with_change) {
    const auto token = browser_cookie(request, session_cookie);
    return site_.database.read([&](store::Reader& reader) {
      Known known;
      known.authority = record::authority_for_host(reader, host_name(request));
      if (known.authority && is_token(token)) {
        known.session =
            record::find_session(reader, known.authority->id, token, now, site_.session_limits);
      }
      if (known.authority && !known.session) {
        known.languages = record::shown_languages(reader, known.authority->id);
      }
      if (known.session && with_change) {
        known.change = record::change_number(reader, known.authority->id);
      }
      return known;
    });
  }

  Call call_for(http::Request& request, const record::Authority& authority,
                const std::optional<record::Session>& session, base::Instant now) {
    record::Actor actor{"", "A member of the public", record::Role::visitor};
    if (session) actor = {session->user.ref, session->user.name, session->user.role};
    Call call{.site = site_,
              .request = request,
              .database = site_.database,
              .authority = authority,
              .work = {authority.id, std::move(actor), now, site_.random}};
    call.signing_key = signing_key(authority.id);
    call.public_address = (request.secure ? "https://" : "http://") + request.header("host");
    call.message = kept_message(call.signing_key, browser_cookie(request, message_cookie));
    call.visitor = browser_cookie(request, visitor_cookie);
    if (!is_token(call.visitor)) call.visitor = base::new_token(site_.random);
    if (session) {
      call.session_id = session->id;
      call.form_token = session->form_token;
    } else {
      call.form_token = visitor_form_token(call.signing_key, call.visitor);
    }
    return call;
  }

  http::Response guarded(Call& call, const RouteMap::Match& match) {
    if (match.route == nullptr) return nothing_there(call, match);
    const auto& route = *match.route;
    if (!call.may(route.method, route.path)) return kept_out(call);
    if (route.method != "GET") {
      if (const auto problem = form_problem(call.request, expected_token(call))) {
        if (may_be_given_back(call.request)) return not_saved_page(call, NotSaved::page_too_old);
        return error_page(call, {base::ErrorKind::forbidden, *problem, {}});
      }
    }
    return route.page(call);
  }

  // A visitor whose browser sent no cookie was given a new name just now, so no form can know it.
  static std::string expected_token(const Call& call) {
    if (call.signed_in()) return call.form_token;
    return browser_cookie(call.request, visitor_cookie) == call.visitor ? call.form_token : "";
  }

  static http::Response nothing_there(Call& call, const RouteMap::Match& match) {
    if (match.other_methods.empty()) {
      return error_page(call, {base::ErrorKind::not_found, "", {}});
    }
    auto response = page(call, "errors/405.html", templates::Fields{}, 405);
    std::string allowed;
    for (const auto& method : match.other_methods) {
      allowed += (allowed.empty() ? "" : ", ") + method;
    }
    response.set_header("Allow", allowed);
    return response;
  }

  static http::Response kept_out(Call& call) {
    if (call.request.path.starts_with("/api/")) {
      return call.signed_in()
                 ? http::Response::json("{\"error\":\"your account may not do this\"}\n", 403)
                 : http::Response::json("{\"error\":\"sign in first\"}\n", 401);
    }
    if (call.signed_in()) return error_page(call, {base::ErrorKind::forbidden, "", {}});
    if (call.request.method != "GET") {
      return may_be_given_back(call.request) ? not_saved_page(call, NotSaved::signed_out)
                                             : http::Response::redirect("/sign-in");
    }
    auto next = call.request.path;
    if (!call.request.raw_query.empty()) next += "?" + call.request.raw_query;
    return http::Response::redirect("/sign-in?next=" + http::percent_encode(next));
  }

  // Written at most once a minute, so that reading pages does not become writing.
  void keep_alive(const Call& call, const record::Session& session) {
    const auto used = base::instant_from_text(session.last_used);
    if (used && call.work.now - *used < std::chrono::minutes{1}) return;
    try {
      site_.database.write(
          [&](store::Writer& writer) { record::keep_session(writer, call.work, session.id); });
    } catch (const store::DatabaseError& broken) {
      // A full or read-only disk must not keep people from reading.
      spdlog::error("a session could not be kept alive: {}", broken.what());
    }
  }

  // A browser is given a name only once there is something to remember: a form, or a draft.
  static void keep_cookies(const Call& call, http::Response& response, bool has_form) {
    const bool remembers = (has_form && !call.signed_in()) || call.keep_visitor;
    if (remembers && browser_cookie(call.request, visitor_cookie) != call.visitor) {
      set_browser_cookie(response, call.request, visitor_cookie, call.visitor);
    }
    if (call.message_shown && !browser_cookie(call.request, message_cookie).empty()) {
      forget_browser_cookie(response, call.request, message_cookie);
    }
  }

  const std::string& signing_key(const std::string& authority_id) {
    const std::lock_guard lock(keys_turn_);
    const auto found = keys_.find(authority_id);
    if (found != keys_.end()) return found->second;
    auto key = record::signing_key(site_.database, authority_id, site_.random);
    return keys_.emplace(authority_id, std::move(key)).first->second;
  }

  // The person gets a number to quote; the log gets the number and what happened, but never the
  // query or the form, which can hold people's words.
  http::Response incident(const http::Request& request, const char* what) {
    const auto number = base::to_hex(site_.random.bytes(4));
    spdlog::error("incident {}: {} {}: {}", number, request.method, request.path, what);
    try {
      return bare_error_page(500, number);
    } catch (const std::exception& again) {
      spdlog::error("incident {}: its page failed too: {}", number, again.what());
      return http::Response::text("Sorry, there is a problem. Quote this number: " + number + "\n",
                                  500);
    }
  }

  const Site& site_;
  RouteMap routes_;
  std::mutex keys_turn_;
  std::map<std::string, std::string> keys_;  // by authority
  PageMemory memory_;
};

}  // namespace

http::Handler dispatcher(const Site& site, Routes routes) {
  auto dispatching = std::make_shared<Dispatcher>(site, std::move(routes));
  return [dispatching](http::Request& request) { return dispatching->answer(request); };
}

std::vector<std::string> undeclared(const Routes& routes,
                                    const record::PermissionTable& permissions) {
  std::vector<std::string> missing;
  std::set<std::pair<std::string, std::string>> served;
  for (const auto& route : routes.all()) {
    served.emplace(route.method, route.path);
    if (permissions.find(route.method, route.path) == nullptr) {
      missing.push_back(route.method + " " + route.path + " has no row");
    }
  }
  for (const auto& row : permissions.rows()) {
    if (!served.contains({row.method, row.path})) {
      missing.push_back(row.method + " " + row.path + " has a row but no route");
    }
  }
  return missing;
}

}  // namespace throughline::web
