#include "jobs/mail_sender.hpp"

#include "base/base64.hpp"

#include <algorithm>
#include <array>
#include <curl/curl.h>
#include <fmt/format.h>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace throughline::jobs {
namespace {

struct Freed {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using Handle = std::unique_ptr<CURL, Freed>;
using Lines = std::unique_ptr<curl_slist, Freed>;
using Mime = std::unique_ptr<curl_mime, Freed>;

void start_curl() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

bool has_line_break(const std::string& text) {
  return text.find_first_of("\r\n") != std::string::npos;
}

void add_line(Lines& lines, const std::string& line) {
  if (has_line_break(line)) throw std::logic_error("a header of a mail holds a line break");
  auto* longer = curl_slist_append(lines.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  static_cast<void>(lines.release());
  lines.reset(longer);
}

std::string host_of(const std::string& url) {
  auto rest = url.substr(std::min(url.size(), url.find("://") + 3));
  rest = rest.substr(0, rest.find('/'));
  return rest.starts_with('[') ? rest.substr(0, rest.find(']') + 1)
                               : rest.substr(0, rest.find(':'));
}

bool is_this_machine(const std::string& url) {
  const auto host = host_of(url);
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

// The server's own words may repeat the address, so its number is all that is kept of them.
SendFailure failure_of(CURLcode code, long answered) {
  // 550 to 553: the server knows that it will never take a mail to this address.
  const bool refused = code == CURLE_SEND_ERROR && answered >= 550 && answered <= 553;
  std::string problem =
      refused ? "The mail server refused the address"
              : std::string("The mail server could not take it: ") + curl_easy_strerror(code);
  if (answered > 0) problem += " (" + std::to_string(answered) + ")";
  return {problem, refused ? record::MailFailure::for_good : record::MailFailure::for_now};
}

}  // namespace

std::optional<std::string> problem_of(const MailServer& server) {
  if (!server.url.starts_with("smtp://") && !server.url.starts_with("smtps://")) {
    return "the mail server must begin with smtp:// or smtps://";
  }
  if (host_of(server.url).empty()) return "the mail server has no host name";
  if (server.from.find('@') == std::string::npos || has_line_break(server.from) ||
      server.from.find_first_of("<> ") != std::string::npos) {
    return "say which address mail comes from, such as feedback@council.example";
  }
  if (has_line_break(server.user)) return "the mail server's user name holds a line break";
  return std::nullopt;
}

std::string mail_date(base::Instant now) {
  constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(now - day)};
  return fmt::format(
      "{}, {} {} {} {:02}:{:02}:{:02} +0000", days.at(std::chrono::weekday{day}.c_encoding()),
      static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
      static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
      time.seconds().count());
}

std::string mail_header_text(const std::string& text) {
  const bool plain = std::ranges::all_of(text, [](char each) { return each >= ' ' && each < 127; });
  if (plain) return text;
  // Each encoded word is at most 75 characters, so the text goes in pieces that end between
  // letters.
  std::string encoded;
  for (std::size_t start = 0; start < text.size();) {
    auto end = std::min(start + 42, text.size());
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    const auto piece = base::to_base64(std::string_view(text).substr(start, end - start));
    encoded += (encoded.empty() ? "=?UTF-8?B?" : " =?UTF-8?B?") + piece + "?=";
    start = end;
  }
  return encoded;
}

SmtpSender::SmtpSender(MailServer server, std::chrono::seconds patience)
    : server_(std::move(server)), patience_(patience) {
  start_curl();
}

std::optional<SendFailure> SmtpSender::send(const record::MailText& mail,
                                            const std::string& from_name, const std::string& id,
                                            base::Instant now) {
  if (has_line_break(mail.to) || mail.to.find_first_of("<> ,;") != std::string::npos) {
    return SendFailure{"The address is not one that mail can go to", record::MailFailure::for_good};
  }
  const Handle curl(curl_easy_init());
  if (!curl) throw std::bad_alloc();
  Lines to;
  add_line(to, "<" + mail.to + ">");
  std::string name = mail_header_text(from_name);
  std::erase_if(name, [](char each) { return each == '"' || each == '\\'; });
  if (!name.starts_with("=?")) name = "\"" + name + "\"";
  Lines head;
  add_line(head, "Date: " + mail_date(now));
  add_line(head, "From: " + name + " <" + server_.from + ">");
  add_line(head, "To: <" + mail.to + ">");
  add_line(head, "Subject: " + mail_header_text(mail.subject));
  add_line(head, "Message-ID: <" + id + server_.from.substr(server_.from.find('@')) + ">");
  add_line(head, "Auto-Submitted: auto-generated");

  const Mime mime(curl_mime_init(curl.get()));
  auto* text = curl_mime_addpart(mime.get());
  curl_mime_data(text, mail.body.data(), mail.body.size());
  curl_mime_type(text, "text/plain; charset=utf-8");
  curl_mime_encoder(text, "quoted-printable");

  const auto from = "<" + server_.from + ">";
  auto* handle = curl.get();
  curl_easy_setopt(handle, CURLOPT_URL, server_.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_USE_SSL,
                   is_this_machine(server_.url) ? CURLUSESSL_NONE : CURLUSESSL_ALL);
  if (!server_.user.empty()) {
    curl_easy_setopt(handle, CURLOPT_USERNAME, server_.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, server_.password.c_str());
  }
  curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, to.get());
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, head.get());
  curl_easy_setopt(handle, CURLOPT_MIMEPOST, mime.get());
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, std::min<long>(15, patience_.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, static_cast<long>(patience_.count()));

  const auto code = curl_easy_perform(handle);
  if (code == CURLE_OK) return std::nullopt;
  long answered = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answered);
  return failure_of(code, answered);
}

}  // namespace throughline::jobs
