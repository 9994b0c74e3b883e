#include "web/home/pages.hpp"

#include "web/home/home_page.hpp"
#include "web/home/machine_pages.hpp"
#include "web/home/offline_pages.hpp"
#include "web/home/start_page.hpp"
#include "web/page.hpp"
#include "web/routes.hpp"
#include "web/static_files.hpp"

namespace throughline::web {

namespace {

Page words(std::string_view template_name) {
  return [template_name](Call& call) { return page(call, template_name, templates::Fields{}); };
}

}  // namespace

void add_home_pages(Routes& routes) {
  routes.get("/", start_page);
  routes.remembered("/home", home_page);
  routes.get("/accessibility", words("home/accessibility.html"));
  routes.get("/privacy", words("home/privacy.html"));
  routes.get("/cookies", words("home/cookies.html"));
  routes.get("/offline", offline_page);
  routes.get("/service-worker.js", service_worker);
  routes.plain("/health", health);
  routes.plain("/ready", ready);
  routes.plain("/static/{file}", [](const Site&, http::Request& request) {
    return static_answer(request,
                         std::string_view(request.path).substr(request.path.rfind('/') + 1));
  });
}

}  // namespace throughline::web
