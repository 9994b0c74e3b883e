#include "web/static_files.hpp"

#include <algorithm>
#include <stdexcept>

namespace throughline::web {

namespace {

bool takes_gzip(const http::Request& request) {
  return request.header("accept-encoding").find("gzip") != std::string::npos;
}

}  // namespace

std::string static_path(std::string_view name) {
  const auto files = static_files();
  const auto found = std::ranges::find(files, name, &StaticFile::name);
  if (found == files.end()) throw std::out_of_range("no static file " + std::string(name));
  return "/static/" + std::string(found->file);
}

http::Response static_answer(const http::Request& request, std::string_view file) {
  const auto files = static_files();
  const auto found = std::ranges::find(files, file, &StaticFile::file);
  if (found == files.end()) return http::Response::text("There is no such file.\n", 404);

  http::Response response;
  response.content_type = found->content_type;
  response.set_header("Cache-Control", "public, max-age=31536000, immutable");
  if (!found->gzip.empty()) response.set_header("Vary", "Accept-Encoding");
  if (!found->gzip.empty() && takes_gzip(request)) {
    response.set_header("Content-Encoding", "gzip");
    response.body = found->gzip;
  } else {
    response.body = found->content;
  }
  return response;
}

}  // namespace throughline::web
