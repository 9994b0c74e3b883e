#include "web/http/message.hpp"

#include "web/http/url.hpp"
#include "web/http/words.hpp"

#include <algorithm>
#include <stdexcept>

namespace throughline::web::http {

namespace {

Response of_type(std::string body, std::string content_type, int status) {
  Response response;
  response.status = status;
  response.content_type = std::move(content_type);
  response.body = std::move(body);
  return response;
}

// What any browser can read, beside the exact name that newer ones prefer (RFC 6266).
std::string attachment(const std::string& file_name) {
  std::string exact;
  std::string plain;
  for (const char c : file_name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) continue;
    const bool unsafe = c == '/' || c == '\\' || c == '"' || c == '%' || c == ':';
    exact += c == '/' || c == '\\' ? '-' : c;
    if (byte < 0x80) plain += unsafe ? '-' : c;
    if (byte >= 0xC0) plain += '_';  // once a character
  }
  if (exact.empty() || !is_utf8(exact)) exact = plain = "download";
  std::string value = "attachment; filename=\"" + plain + "\"";
  if (exact != plain) value += "; filename*=UTF-8''" + percent_encode(exact);
  return value;
}

bool is_header_value(const std::string& value) {
  return std::none_of(value.begin(), value.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
  });
}

}  // namespace

void Form::add(std::string name, std::string value) {
  entries_.emplace_back(std::move(name), std::move(value));
}

std::string Form::get(std::string_view name) const {
  for (const auto& [each, value] : entries_) {
    if (each == name) return value;
  }
  return "";
}

bool Form::has(std::string_view name) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const auto& entry) { return entry.first == name; });
}

std::vector<std::string> Form::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [each, value] : entries_) {
    if (each == name) values.push_back(value);
  }
  return values;
}

std::string Request::header(std::string_view lower_case_name) const {
  const auto found = headers.find(lower_case_name);
  return found == headers.end() ? "" : found->second;
}

std::string Request::cookie(std::string_view name) const {
  const auto found = cookies.find(name);
  return found == cookies.end() ? "" : found->second;
}

Response Response::html(std::string body, int status) {
  return of_type(std::move(body), "text/html; charset=utf-8", status);
}

Response Response::json(std::string body, int status) {
  return of_type(std::move(body), "application/json", status);
}

Response Response::text(std::string body, int status) {
  return of_type(std::move(body), "text/plain; charset=utf-8", status);
}

Response Response::redirect(const std::string& to) {
  Response response = of_type("", "text/html; charset=utf-8", 303);
  std::string location;
  for (const char c : to) {
    // Addresses may carry people's place names: what is not ASCII is escaped, the rest is as given.
    location += static_cast<unsigned char>(c) >= 0x80 ? percent_encode({&c, 1}) : std::string(1, c);
  }
  response.set_header("Location", std::move(location));
  return response;
}

Response Response::download(std::string body, std::string content_type,
                            const std::string& file_name) {
  Response response = of_type(std::move(body), std::move(content_type), 200);
  response.set_header("Content-Disposition", attachment(file_name));
  return response;
}

Response Response::stream(std::function<bool(std::string& piece)> more, std::string content_type,
                          const std::string& file_name) {
  Response response = download("", std::move(content_type), file_name);
  response.more = std::move(more);
  return response;
}

void Response::set_header(std::string name, std::string value) {
  if (!is_token(name)) throw std::invalid_argument("header name: " + name);
  if (!is_header_value(value)) throw std::invalid_argument("the value of header " + name);
  if (!same_word(name, "set-cookie")) {
    for (auto& [each, old] : headers) {
      if (same_word(each, name)) {
        old = std::move(value);
        return;
      }
    }
  }
  headers.emplace_back(std::move(name), std::move(value));
}

}  // namespace throughline::web::http
