#pragma once

// What browsers fetch besides pages: the style sheet, the scripts, the fonts and the mark, built
// into the program by scripts/static.mjs. Names hold a hash of the content, so that a browser may
// keep them for ever and still never shows an old one.

#include "web/http/message.hpp"

#include <span>
#include <string>
#include <string_view>

namespace throughline::web {

struct StaticFile {
  std::string_view name;  // "throughline.css"
  std::string_view file;  // "throughline-3f2a9c1b77de.css"
  std::string_view content_type;
  std::string_view content;
  std::string_view gzip;  // empty for what is compressed already
};

[[nodiscard]] std::span<const StaticFile> static_files();

// "/static/throughline-3f2a9c1b77de.css", for "throughline.css". Throws std::out_of_range for a
// name that is not there (a bug).
[[nodiscard]] std::string static_path(std::string_view name);

// The answer for GET /static/{file}.
[[nodiscard]] http::Response static_answer(const http::Request& request, std::string_view file);

}  // namespace throughline::web
