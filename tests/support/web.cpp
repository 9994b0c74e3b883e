#include "support/web.hpp"

#include "record/authority.hpp"
#include "record/session.hpp"
#include "record/user.hpp"
#include "web/dispatcher.hpp"
#include "web/http/cookie.hpp"
#include "web/http/url.hpp"

#include <sodium.h>
#include <stdexcept>

namespace throughline::testing {

namespace {

record::PermissionTable table_from(const std::string& csv) {
  auto table = record::PermissionTable::read(csv);
  if (!table) {
    std::string message = table.error().message;
    for (const auto& problem : table.error().problems) message += "\n" + problem.message;
    throw std::runtime_error(message);
  }
  return std::move(*table);
}

std::string host_of(std::string_view council) {
  return std::string(council) + ".example";
}

std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const auto start = text.find(before);
  if (start == std::string::npos) return "";
  const auto from = start + before.size();
  return text.substr(from, text.find(after, from) - from);
}

}  // namespace

record::PasswordCost cheap_passwords() {
  return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

std::string header(const web::http::Response& response, const std::string& name) {
  for (const auto& [each, value] : response.headers) {
    if (each == name) return value;
  }
  return "";
}

web::http::Response Browser::get(const std::string& path_and_query) {
  web::http::Request request;
  request.method = "GET";
  const auto mark = path_and_query.find('?');
  request.path = web::http::decode_path(path_and_query.substr(0, mark)).value();
  if (mark != std::string::npos) {
    request.raw_query = path_and_query.substr(mark + 1);
    request.query = web::http::decode_form(request.raw_query, 1000).value();
  }
  return send(std::move(request));
}

web::http::Response Browser::post(const std::string& path, const FormFields& fields,
                                  std::vector<web::http::Upload> uploads) {
  if (form_token_.empty()) get("/sign-in");
  if (form_token_.empty()) get("/account");
  web::http::Request request;
  request.method = "POST";
  request.path = web::http::decode_path(path).value();
  request.content_type = "application/x-www-form-urlencoded";
  request.form.add("form_token", form_token_);
  for (const auto& [name, value] : fields) request.form.add(name, value);
  request.uploads = std::move(uploads);
  request.headers["origin"] = "http://" + host_;
  request.headers["sec-fetch-site"] = "same-origin";
  return send(std::move(request));
}

web::http::Response Browser::send(web::http::Request request) {
  request.headers.emplace("host", host_);
  request.cookies = cookies_;
  request.remote_address = "127.0.0.1";
  auto response = handler_(request);
  remember(response);
  return response;
}

web::http::Response Browser::follow(const web::http::Response& response) {
  const auto to = header(response, "Location");
  return to.empty() ? response : get(to);
}

std::string Browser::cookie(const std::string& name) const {
  const auto found = cookies_.find(name);
  return found == cookies_.end() ? "" : found->second;
}

void Browser::remember(const web::http::Response& response) {
  for (const auto& [name, value] : response.headers) {
    if (name != "Set-Cookie") continue;
    const auto equals = value.find('=');
    const auto cookie_name = value.substr(0, equals);
    const auto cookie_value = value.substr(equals + 1, value.find(';') - equals - 1);
    if (cookie_value.empty() || value.find("Max-Age=0") != std::string::npos) {
      cookies_.erase(cookie_name);
    } else {
      cookies_[cookie_name] = cookie_value;
    }
    // A token that belongs to who the browser was before is of no use any more.
    if (cookie_name.ends_with("session")) form_token_.clear();
  }
  if (auto token = between(response.body, "name=\"form_token\" value=\"", "\""); !token.empty()) {
    form_token_ = std::move(token);
  }
}

TestSite::TestSite(web::Routes routes)
    : TestSite(std::move(routes), record::shipped_permissions()) {}

TestSite::TestSite(web::Routes routes, const std::string& permissions_csv)
    : TestSite(std::move(routes), table_from(permissions_csv)) {}

TestSite::TestSite(web::Routes routes, record::PermissionTable permissions)
    : permissions_(std::move(permissions)),
      site_{database(), clock_, random_, permissions_, passwords_},
      handler_(web::dispatcher(site_, std::move(routes))) {
  add_council(own_council, "Aldermere Borough Council");
  add_council(other_council, "Otherton City Council");
}

void TestSite::add_council(std::string_view id, const std::string& name) {
  const std::string council(id);
  database()
      .write([&](store::Writer& writer) {
        return record::create_authority(writer, clock_, council, name, host_of(council));
      })
      .value();
  const record::Work work{
      council, {"", "Set-up", record::Role::administrator}, clock_.now(), random_};
  for (const auto role : record::all_roles) {
    if (role == record::Role::visitor) continue;
    const std::string word(record::to_text(role));
    const record::NewUser person{word + "@" + host_of(council),
                                 std::string(record::role_label(role)) + " of " + council, word,
                                 std::string(test_password)};
    record::add_user(database(), work, passwords_, person).value();
  }
}

std::string TestSite::user_of(record::Role role, std::string_view council) {
  return database().read([&](store::Reader& reader) {
    for (const auto& user : record::users(reader, std::string(council))) {
      if (user.role == role) return user.ref;
    }
    throw std::runtime_error("nobody has that role any more");
  });
}

record::Work TestSite::work_as(record::Role role, std::string_view council) {
  if (role == record::Role::visitor) {
    return {std::string(council), {"", "A member of the public", role}, clock_.now(), random_};
  }
  return {std::string(council),
          {user_of(role, council), std::string(record::role_label(role)), role},
          clock_.now(),
          random_};
}

Browser TestSite::browser(std::string_view council) {
  return {handler_, host_of(council)};
}

Browser TestSite::browser_as(record::Role role, std::string_view council) {
  auto opened = browser(council);
  if (role == record::Role::visitor) return opened;
  const auto work = work_as(role, council);
  opened.set_cookie("session", database().write([&](store::Writer& writer) {
    return record::start_session(writer, work, work.actor.user_ref, site_.session_limits);
  }));
  return opened;
}

}  // namespace throughline::testing
