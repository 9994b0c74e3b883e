#include "web/home/offline_pages.hpp"

#include "base/random.hpp"
#include "templates/language.hpp"
#include "web/layout.hpp"
#include "web/page.hpp"
#include "web/static_files.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <stdexcept>

namespace throughline::web {
namespace {

constexpr std::array needed = {"throughline.css",
                               "throughline.rtl.css",
                               "begin.js",
                               "throughline.js",
                               "govuk-frontend.js",
                               "favicon.svg",
                               "atkinson-hyperlegible-latin-400.woff2",
                               "atkinson-hyperlegible-latin-700.woff2"};

void put(std::string& script, std::string_view place, const std::string& words) {
  const auto at = script.find(place);
  if (at == std::string::npos) throw std::logic_error("the service worker has no such place");
  script.replace(at, place.size(), words);
}

std::string_view source() {
  for (const auto& file : static_files()) {
    if (file.name == "service-worker.js") return file.content;
  }
  throw std::logic_error("the service worker is missing");
}

}  // namespace

http::Response offline_page(Call& call) {
  return page(call, "home/offline.html", templates::Fields{});
}

http::Response service_worker(Call& call) {
  boost::json::array kept{"/offline"};
  for (const auto* name : needed) kept.emplace_back(static_path(name));
  const auto list = boost::json::serialize(kept);
  // As nobody in particular reads it, in English, so that all browsers of a council agree.
  const templates::Speaking english(templates::english());
  const auto words =
      call.authority.name +
      templates::render("home/offline.html", templates::Fields{{"layout", bare_layout()}});
  std::string script(source());
  put(script, "/* version */ ''",
      "'" + base::sha256_hex(script + list + words).substr(0, 16) + "'");
  put(script, "/* kept */ []", list);
  http::Response response;
  response.content_type = "text/javascript; charset=utf-8";
  response.body = std::move(script);
  return response;
}

}  // namespace throughline::web
