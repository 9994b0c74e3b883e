#include "web/act/pages.hpp"

#include "web/act/action_form_page.hpp"
#include "web/act/action_list_page.hpp"
#include "web/act/action_page.hpp"
#include "web/act/action_sources_page.hpp"
#include "web/act/action_steps_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_act_pages(Routes& routes) {
  routes.get("/actions", action_list_page);
  routes.get("/actions.csv", actions_file);
  routes.get("/actions/new", new_action_page);
  routes.post("/actions", receive_action);
  routes.get("/actions/{ref}", action_page);
  routes.get("/actions/{ref}/change", change_action_page);
  routes.post("/actions/{ref}", receive_action_change);

  routes.get("/actions/{ref}/beginning", beginning_page);
  routes.post("/actions/{ref}/beginning", receive_beginning);
  routes.get("/actions/{ref}/end", end_page);
  routes.post("/actions/{ref}/end", receive_end);
  routes.get("/actions/{ref}/reopening", action_reopening_page);
  routes.post("/actions/{ref}/reopening", receive_action_reopening);

  routes.get("/actions/{ref}/sources", action_sources_page);
  routes.post("/actions/{ref}/sources", receive_source);
  routes.post("/actions/{ref}/sources/removal", receive_source_removal);
}

}  // namespace throughline::web
