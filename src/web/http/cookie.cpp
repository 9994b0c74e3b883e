#include "web/http/cookie.hpp"

#include "web/http/words.hpp"

#include <algorithm>
#include <stdexcept>

namespace throughline::web::http {

namespace {

constexpr std::size_t max_cookies = 100;

bool is_value_character(char c) {
  return c > 0x20 && c < 0x7F && c != '"' && c != ',' && c != ';' && c != '\\';
}

bool is_path_character(char c) {
  return c >= 0x20 && c < 0x7F && c != ';';
}

}  // namespace

std::map<std::string, std::string, std::less<>> cookies_from_header(std::string_view header) {
  std::map<std::string, std::string, std::less<>> cookies;
  while (!header.empty() && cookies.size() < max_cookies) {
    const std::size_t end = std::min(header.find(';'), header.size());
    const std::string_view piece = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    const std::size_t equals = piece.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = trimmed(piece.substr(0, equals));
    std::string_view value = trimmed(piece.substr(equals + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
      value = value.substr(1, value.size() - 2);
    }
    if (!is_token(name)) continue;
    cookies.try_emplace(std::string(name), value);
  }
  return cookies;
}

std::string set_cookie(const Cookie& cookie) {
  if (!is_token(cookie.name)) throw std::invalid_argument("cookie name: " + cookie.name);
  if (!std::all_of(cookie.value.begin(), cookie.value.end(), is_value_character)) {
    throw std::invalid_argument("the value of cookie " + cookie.name);
  }
  if (!cookie.path.starts_with('/') ||
      !std::all_of(cookie.path.begin(), cookie.path.end(), is_path_character)) {
    throw std::invalid_argument("the path of cookie " + cookie.name);
  }
  if (cookie.name.starts_with("__Host-") && (!cookie.secure || cookie.path != "/")) {
    throw std::invalid_argument("a __Host- cookie must be secure and on /");
  }
  std::string line = cookie.name + "=" + cookie.value + "; Path=" + cookie.path;
  if (cookie.max_age) line += "; Max-Age=" + std::to_string(cookie.max_age->count());
  if (cookie.secure) line += "; Secure";
  if (cookie.http_only) line += "; HttpOnly";
  line += cookie.same_site == SameSite::strict ? "; SameSite=Strict" : "; SameSite=Lax";
  return line;
}

std::string forget_cookie(Cookie cookie) {
  cookie.value.clear();
  cookie.max_age = std::chrono::seconds(0);
  return set_cookie(cookie);
}

}  // namespace throughline::web::http
