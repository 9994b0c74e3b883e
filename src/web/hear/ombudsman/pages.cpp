#include "web/hear/ombudsman/pages.hpp"

#include "web/hear/ombudsman/decision_form_page.hpp"
#include "web/hear/ombudsman/decision_page.hpp"
#include "web/hear/ombudsman/figures_page.hpp"
#include "web/hear/ombudsman/register_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_ombudsman_pages(Routes& routes) {
  routes.get("/ombudsman", register_page);
  routes.post("/ombudsman", receive_decision);
  routes.get("/ombudsman.csv", register_file);
  routes.get("/ombudsman/figures", figures_page);
  routes.post("/ombudsman/figures", receive_figures);
  routes.get("/ombudsman/new", new_decision_page);
  routes.get("/ombudsman/{ref}", decision_page);
  routes.post("/ombudsman/{ref}", receive_decision_change);
  routes.post("/ombudsman/{ref}/actions", receive_decision_action);
  routes.get("/ombudsman/{ref}/change", change_decision_page);
  routes.post("/ombudsman/{ref}/completions", receive_completion);
  routes.post("/ombudsman/{ref}/recommendations", receive_recommendation);
}

}  // namespace throughline::web
