#pragma once

// Cookies, in and out. What comes in is split and nothing more: whether to believe a value is for
// the session. What goes out is closed by default: not for scripts, not across sites, whole site.

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::web::http {

// Of two cookies with one name the first counts: browsers send the more specific path first.
// Pieces that are not a name and a value are left out.
[[nodiscard]] std::map<std::string, std::string, std::less<>> cookies_from_header(
    std::string_view header);

enum class SameSite { strict, lax };

struct Cookie {
  std::string name;
  std::string value;
  bool secure = false;  // give Request::secure
  bool http_only = true;
  SameSite same_site = SameSite::lax;
  std::string path = "/";
  std::optional<std::chrono::seconds> max_age = {};  // none: until the browser closes
};

// The value of a Set-Cookie header. Throws std::invalid_argument for a name, value or path that
// could break out of it, and for a "__Host-" cookie that is not secure on "/": those are bugs.
[[nodiscard]] std::string set_cookie(const Cookie& cookie);
// Takes a cookie away from the browser.
[[nodiscard]] std::string forget_cookie(Cookie cookie);

}  // namespace throughline::web::http
