#include "web/security_headers.hpp"

#include "web/http/server.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

bool has_header(const http::Response& response, std::string_view name) {
  return std::ranges::any_of(response.headers,
                             [&](const auto& each) { return each.first == name; });
}

}  // namespace

void add_security_headers(http::Response& response, const http::Request& request,
                          Audience audience) {
  // The server's own list, which also stands on what it refuses before a page is asked.
  for (auto& [name, value] : http::security_headers()) {
    const bool page_may_choose = name == "Cache-Control" && audience == Audience::anyone;
    if (page_may_choose && has_header(response, name)) continue;
    response.set_header(name, value);
  }
  if (request.secure) response.set_header("Strict-Transport-Security", "max-age=31536000");
}

}  // namespace throughline::web
