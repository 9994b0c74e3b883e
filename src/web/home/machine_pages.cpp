#include "web/home/machine_pages.hpp"

#include "record/authority.hpp"
#include "web/site.hpp"

#include <spdlog/spdlog.h>

namespace throughline::web {

http::Response health(const Site&, http::Request&) {
  return http::Response::json("{\"status\":\"ok\"}\n");
}

http::Response ready(const Site& site, http::Request&) {
  try {
    const bool set_up = site.database.read(
        [](store::Reader& reader) { return !record::authorities(reader).empty(); });
    if (set_up) return http::Response::json("{\"status\":\"ready\"}\n");
    return http::Response::json("{\"status\":\"no council has been set up\"}\n", 503);
  } catch (const std::exception& lost) {
    spdlog::error("not ready: {}", lost.what());
    return http::Response::json("{\"status\":\"the database cannot be reached\"}\n", 503);
  }
}

}  // namespace throughline::web
