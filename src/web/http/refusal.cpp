#include "web/http/refusal.hpp"

#include <array>
#include <exception>
#include <spdlog/spdlog.h>

namespace throughline::web::http {

namespace {

struct Words {
  int status;
  std::string_view title;
  std::string_view advice;
};

constexpr std::array refusals{
    Words{400, "This request could not be understood",
          "Go back, check the address or the form, and try again."},
    Words{405, "This page cannot be used in that way", "Go back and follow a link or use a form."},
    Words{408, "The request took too long to arrive",
          "Check your connection and try again. Nothing has been saved."},
    Words{413, "What you sent is too big",
          "Nothing has been saved. Send a smaller file, or fewer files at a time."},
    Words{414, "The address is too long", "Go back and follow a link or use a form."},
    Words{417, "This request could not be understood", "Try again without extra settings."},
    Words{431, "Your browser sent too much with the request",
          "Clear this site's cookies in your browser and try again."},
    Words{500, "Sorry, there is a problem with the service",
          "Try again later. If you were filling in a form, go back: your answers may still be "
          "there."},
    Words{501, "This page cannot be used in that way", "Go back and follow a link or use a form."},
    Words{503, "The service is busy", "Nothing has been saved. Wait a minute and try again."}};

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : text) {
    if (c == '<') {
      html += "&lt;";
    } else if (c == '&') {
      html += "&amp;";
    } else {
      html += c;
    }
  }
  return html;
}

std::string plain_page(const Words& words, std::string_view why) {
  std::string html =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
  html += words.title;
  html += "</title>\n</head>\n<body>\n<main>\n<h1>";
  html += words.title;
  html += "</h1>\n";
  if (!why.empty()) html += "<p>" + escaped(why) + "</p>\n";
  html += "<p>";
  html += words.advice;
  html += "</p>\n</main>\n</body>\n</html>\n";
  return html;
}

}  // namespace

Refusal refusal_for(const base::Error& error) {
  return {error.kind == base::ErrorKind::too_large ? 413 : 400, error.message};
}

Response refusal_page(const Refusal& refusal, const RefusalHtml& dress) {
  Words words{refusal.status, "This request could not be answered", "Go back and try again."};
  for (const auto& each : refusals) {
    if (each.status == refusal.status) words = each;
  }
  std::string html;
  try {
    if (dress) html = dress(words.title, refusal.why, words.advice);
  } catch (const std::exception& broken) {
    spdlog::error("a refusal could not be dressed: {}", broken.what());
  }
  if (html.empty()) html = plain_page(words, refusal.why);
  Response response = Response::html(std::move(html), refusal.status);
  if (refusal.status == 405) response.set_header("Allow", "GET, HEAD, POST");
  if (refusal.status == 503) response.set_header("Retry-After", "30");
  return response;
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 307:
      return "Temporary Redirect";
    case 308:
      return "Permanent Redirect";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 406:
      return "Not Acceptable";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 502:
      return "Bad Gateway";
    case 503:
      return "Service Unavailable";
    case 504:
      return "Gateway Timeout";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Answer";
  }
}

}  // namespace throughline::web::http
