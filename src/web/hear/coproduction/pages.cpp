#include "web/hear/coproduction/pages.hpp"

#include "web/hear/coproduction/group_pages.hpp"
#include "web/hear/coproduction/member_pages.hpp"
#include "web/hear/coproduction/project_form_page.hpp"
#include "web/hear/coproduction/project_page.hpp"
#include "web/hear/coproduction/project_register_page.hpp"
#include "web/hear/coproduction/room_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_coproduction_pages(Routes& routes) {
  routes.get("/co-production", project_register_page);
  routes.post("/co-production", receive_project);
  routes.get("/co-production.csv", project_register_file);
  routes.get("/co-production/groups", group_list_page);
  routes.post("/co-production/groups", receive_group);
  routes.get("/co-production/groups/new", new_group_page);
  routes.get("/co-production/groups/{ref}", group_page);
  routes.post("/co-production/groups/{ref}", receive_group_change);
  routes.get("/co-production/groups/{ref}/change", change_group_page);
  routes.post("/co-production/groups/{ref}/members", receive_member);
  routes.get("/co-production/groups/{ref}/members/new", new_member_page);
  routes.get("/co-production/members/{ref}", member_page);
  routes.post("/co-production/members/{ref}", receive_member_change);
  routes.post("/co-production/members/{ref}/erasure", receive_member_erasure);
  routes.get("/co-production/new", new_project_page);
  routes.get("/co-production/room", room_page);
  routes.post("/co-production/values", receive_early_values);
  routes.get("/co-production/{ref}", project_page);
  routes.post("/co-production/{ref}", receive_project_change);
  routes.post("/co-production/{ref}/actions", receive_project_action);
  routes.post("/co-production/{ref}/answers", receive_ask_answer);
  routes.post("/co-production/{ref}/asks", receive_ask);
  routes.get("/co-production/{ref}/change", change_project_page);
  routes.post("/co-production/{ref}/finish", receive_project_finish);
  routes.post("/co-production/{ref}/hold-ups", receive_hold_up);
  routes.post("/co-production/{ref}/releases", receive_release);
  routes.post("/co-production/{ref}/reopening", receive_project_reopening);
  routes.post("/co-production/{ref}/sources", receive_project_source);
}

}  // namespace throughline::web
