#pragma once

// A council to try pages on, without a socket: two councils, each with one person of every role,
// and browsers that keep cookies and fill in forms.
//
//   TestSite site;
//   auto browser = site.browser_as(record::Role::officer);
//   EXPECT_EQ(browser.get("/cases").status, 200);
//   EXPECT_EQ(browser.post("/cases", {{"words", "Thank you"}}).status, 303);

#include "base/clock.hpp"
#include "base/random.hpp"
#include "record/password.hpp"
#include "record/permission.hpp"
#include "record/work.hpp"
#include "support/databases.hpp"
#include "web/http/message.hpp"
#include "web/routes.hpp"
#include "web/site.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace throughline::testing {

using FormFields = std::vector<std::pair<std::string, std::string>>;

inline constexpr std::string_view own_council = "aldermere";
inline constexpr std::string_view other_council = "otherton";
// What every person of a TestSite signs in with; their address is "officer@aldermere.example".
inline constexpr std::string_view test_password = "marmalade under seven bridges";

// Costs next to nothing, so that tests are quick. Never for a real council.
[[nodiscard]] record::PasswordCost cheap_passwords();

class Browser {
 public:
  Browser(web::http::Handler handler, std::string host)
      : handler_(std::move(handler)), host_(std::move(host)) {}

  web::http::Response get(const std::string& path_and_query);
  // Sends a form with the token of the last page that had one (fetching /cookies or /account when
  // there was none), from our own site.
  web::http::Response post(const std::string& path, const FormFields& fields = {},
                           std::vector<web::http::Upload> uploads = {});
  // A request as it is: no token, no cookies but this browser's.
  web::http::Response send(web::http::Request request);
  // Follows a redirect once; the answer as it is when it was none.
  web::http::Response follow(const web::http::Response& response);

  void set_cookie(const std::string& name, const std::string& value) { cookies_[name] = value; }
  [[nodiscard]] std::string cookie(const std::string& name) const;
  [[nodiscard]] const std::string& form_token() const { return form_token_; }
  [[nodiscard]] const std::string& host() const { return host_; }

 private:
  void remember(const web::http::Response& response);

  web::http::Handler handler_;
  std::string host_;
  std::map<std::string, std::string, std::less<>> cookies_;
  std::string form_token_;
};

class TestSite {
 public:
  explicit TestSite(web::Routes routes = web::all_routes());
  // With a permission table of its own; "public: yes" and so on as in data/permissions.csv.
  TestSite(web::Routes routes, const std::string& permissions_csv);
  TestSite(web::Routes routes, record::PermissionTable permissions);

  [[nodiscard]] store::Database& database() { return held_.database(); }
  [[nodiscard]] base::FixedClock& clock() { return clock_; }
  [[nodiscard]] base::Random& random() { return random_; }
  [[nodiscard]] const web::Site& site() const { return site_; }
  [[nodiscard]] const record::PermissionTable& permissions() const { return permissions_; }
  [[nodiscard]] const web::http::Handler& handler() const { return handler_; }

  // For calling a stage's verbs directly, as the person of a role.
  [[nodiscard]] record::Work work_as(record::Role role, std::string_view council = own_council);
  // The ref of a role's person: "USER-2".
  [[nodiscard]] std::string user_of(record::Role role, std::string_view council = own_council);

  // Not signed in.
  [[nodiscard]] Browser browser(std::string_view council = own_council);
  // Signed in; Role::visitor gives browser().
  [[nodiscard]] Browser browser_as(record::Role role, std::string_view council = own_council);

 private:
  void add_council(std::string_view id, const std::string& name);

  base::FixedClock clock_{test_instant()};
  base::SeededRandom random_{7};
  TestDatabase held_{store::Dialect::sqlite, TestDatabase::State::migrated};
  record::PermissionTable permissions_;
  record::Passwords passwords_{cheap_passwords()};
  web::Site site_;
  web::http::Handler handler_;
};

// The value of a header; "" when it is not there.
[[nodiscard]] std::string header(const web::http::Response& response, const std::string& name);

}  // namespace throughline::testing
