#include "web/form_guard.hpp"

#include "record/signature.hpp"
#include "web/browser_cookie.hpp"
#include "web/http/server.hpp"

namespace throughline::web {

namespace {

bool from_another_site(const http::Request& request) {
  const auto site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") return true;
  const auto origin = request.header("origin");
  if (origin.empty()) return false;
  // Only the host is compared: behind a proxy we cannot be sure of the scheme.
  const auto host = origin.find("://");
  return host == std::string::npos || origin.substr(host + 3) != request.header("host");
}

}  // namespace

std::string visitor_form_token(std::string_view signing_key, std::string_view visitor) {
  return record::sign(signing_key, "form:" + std::string(visitor));
}

std::optional<std::string> form_problem(const http::Request& request, std::string_view expected) {
  if (from_another_site(request)) return "This form was sent from another website.";
  const auto token = request.form.get("form_token");
  if (expected.empty() || !record::same_secret(token, expected)) {
    return "This page was open for too long, or your browser did not keep our cookie. Go back, "
           "reload the page and send the form again.";
  }
  return std::nullopt;
}

std::uint64_t most_body_bytes(const http::Request& head) {
  const bool may_send_files = !browser_cookie(head, session_cookie).empty();
  return may_send_files ? http::ServerOptions{}.max_upload_bytes
                        : http::ServerOptions{}.max_form_bytes;
}

}  // namespace throughline::web
