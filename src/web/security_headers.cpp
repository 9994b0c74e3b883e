#include "web/security_headers.hpp"

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
  response.set_header("Content-Security-Policy",
                      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
                      "img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; "
                      "base-uri 'none'");
  response.set_header("X-Content-Type-Options", "nosniff");
  // Our own pages still learn where a form was sent from; other sites learn nothing.
  response.set_header("Referrer-Policy", "same-origin");
  response.set_header("Permissions-Policy",
                      "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  response.set_header("Cross-Origin-Opener-Policy", "same-origin");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
  if (request.secure) response.set_header("Strict-Transport-Security", "max-age=31536000");
  if (audience == Audience::one_person || !has_header(response, "Cache-Control")) {
    response.set_header("Cache-Control", "no-store");
  }
}

}  // namespace throughline::web
