#include "web/browser_cookie.hpp"

#include "web/http/cookie.hpp"

namespace throughline::web {

namespace {

std::string full_name(const http::Request& request, std::string_view name) {
  return (request.secure ? "__Host-" : "") + std::string(name);
}

http::Cookie cookie_for(const http::Request& request, std::string_view name, std::string value) {
  http::Cookie cookie;
  cookie.name = full_name(request, name);
  cookie.value = std::move(value);
  cookie.secure = request.secure;
  return cookie;
}

}  // namespace

std::string browser_cookie(const http::Request& request, std::string_view name) {
  return request.cookie(full_name(request, name));
}

void set_browser_cookie(http::Response& response, const http::Request& request,
                        std::string_view name, const std::string& value,
                        std::optional<std::chrono::seconds> lasts) {
  auto cookie = cookie_for(request, name, value);
  cookie.max_age = lasts;
  response.set_header("Set-Cookie", http::set_cookie(cookie));
}

void forget_browser_cookie(http::Response& response, const http::Request& request,
                           std::string_view name) {
  response.set_header("Set-Cookie", http::forget_cookie(cookie_for(request, name, "")));
}

}  // namespace throughline::web
