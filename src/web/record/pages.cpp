#include "web/record/pages.hpp"

#include "web/record/account_page.hpp"
#include "web/record/council_details_page.hpp"
#include "web/record/language_pages.hpp"
#include "web/record/service_page.hpp"
#include "web/record/sign_in_page.hpp"
#include "web/record/trace_page.hpp"
#include "web/record/user_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_record_pages(Routes& routes) {
  routes.get("/sign-in", sign_in_page);
  const auto limit = std::make_shared<GuessLimit>(password_guesses);
  routes.post("/sign-in", [limit](Call& call) { return receive_sign_in(call, *limit); });
  routes.post("/sign-out", receive_sign_out);

  routes.get("/account", account_page);
  routes.post("/account/password", receive_password);
  routes.post("/account/sign-out-everywhere", receive_sign_out_everywhere);

  routes.get("/language/{code}", choose_language);
  routes.get("/languages", language_list_page);
  routes.post("/languages/{code}", receive_language);

  routes.get("/council-details", council_details_page);
  routes.post("/council-details", receive_council_details);
  routes.get("/council-details/videos/{page}", sign_video_page);
  routes.post("/council-details/videos/{page}", receive_sign_video);
  routes.post("/council-details/videos/{page}/removal", receive_sign_video_removal);

  routes.get("/services", service_list_page);
  routes.post("/services", receive_new_service);
  routes.post("/services/{ref}", receive_service_change);

  routes.get("/users", user_list_page);
  routes.post("/users", receive_user);
  routes.get("/users/new", new_user_page);
  routes.get("/users/{ref}", user_page);
  routes.post("/users/{ref}/role", receive_role);
  routes.post("/users/{ref}/deactivation", receive_deactivation);
  routes.post("/users/{ref}/reactivation", receive_reactivation);

  routes.get("/trace/{ref}", trace_page);
  routes.get("/api/trace/{ref}", trace_answer);
}

}  // namespace throughline::web
