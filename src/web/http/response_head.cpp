#include "web/http/response_head.hpp"

#include "web/http/refusal.hpp"
#include "web/http/words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <stdexcept>
#include <utility>

namespace throughline::web::http {

namespace {

bool is_header_value(std::string_view value) {
  return std::none_of(value.begin(), value.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
  });
}

void append_line(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

bool sets(const Headers& headers, std::string_view name) {
  return std::any_of(headers.begin(), headers.end(),
                     [&](const auto& header) { return same_word(header.first, name); });
}

// Their values are the server's to say.
bool is_framing(std::string_view name) {
  return same_word(name, "content-length") || same_word(name, "transfer-encoding") ||
         same_word(name, "connection") || same_word(name, "date");
}

}  // namespace

Headers security_headers() {
  return {{"Content-Security-Policy",
           "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
           "img-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
           "frame-ancestors 'none'; base-uri 'none'"},
          {"X-Content-Type-Options", "nosniff"},
          {"X-Frame-Options", "DENY"},
          {"Referrer-Policy", "same-origin"},
          {"Cross-Origin-Opener-Policy", "same-origin"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
          {"Cache-Control", "no-store"}};
}

const std::string& DateLine::now() {
  const std::time_t now = std::time(nullptr);
  if (now != at_) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&now, &utc);
    line_ = fmt::format("Date: {}, {:02} {} {} {:02}:{:02}:{:02} GMT\r\n",
                        days.at(static_cast<std::size_t>(utc.tm_wday)), utc.tm_mday,
                        months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900,
                        utc.tm_hour, utc.tm_min, utc.tm_sec);
    at_ = now;
  }
  return line_;
}

StandingHeaders::StandingHeaders(Headers headers) : headers_(std::move(headers)) {
  for (const auto& [name, value] : headers_) {
    if (!is_token(name) || !is_header_value(value)) throw std::invalid_argument("header " + name);
    append_line(all_, name, value);
  }
}

void StandingHeaders::append_to(std::string& head, const Headers& own) const {
  const bool untouched = std::none_of(headers_.begin(), headers_.end(),
                                      [&](const auto& header) { return sets(own, header.first); });
  if (untouched) {
    head += all_;
    return;
  }
  for (const auto& [name, value] : headers_) {
    if (!sets(own, name)) append_line(head, name, value);
  }
}

bool is_bodiless(int status) {
  return status < 200 || status == 204 || status == 304;
}

std::string response_head(const Response& response, const StandingHeaders& standing,
                          const std::string& date_line, Delivery delivery) {
  std::string head;
  head.reserve(1024);
  head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  head.append(reason_phrase(response.status)).append("\r\n").append(date_line);
  standing.append_to(head, response.headers);
  if (!response.content_type.empty() && !is_bodiless(response.status)) {
    if (!is_header_value(response.content_type)) throw std::invalid_argument("content type");
    append_line(head, "Content-Type", response.content_type);
  }
  for (const auto& [name, value] : response.headers) {
    if (!is_token(name) || !is_header_value(value)) throw std::invalid_argument("header " + name);
    if (!is_framing(name)) append_line(head, name, value);
  }
  if (delivery.framing == Framing::chunked) {
    head += "Transfer-Encoding: chunked\r\n";
  } else if (delivery.framing == Framing::length && !is_bodiless(response.status)) {
    append_line(head, "Content-Length", std::to_string(response.body.size()));
  }
  if (delivery.ending == Ending::closes) {
    head += "Connection: close\r\n";
  } else if (!delivery.http_1_1) {
    head += "Connection: keep-alive\r\n";
  }
  head += "\r\n";
  return head;
}

}  // namespace throughline::web::http
