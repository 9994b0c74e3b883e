#include "web/hear/partner/pages.hpp"

#include "web/hear/partner/feedback_pages.hpp"
#include "web/hear/partner/partner_pages.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_partner_pages(Routes& routes) {
  routes.get("/partner", own_partner_page);
  routes.get("/partner-feedback", feedback_list_page);
  routes.post("/partner-feedback", receive_feedback);
  routes.get("/partner-feedback/new", new_feedback_page);
  routes.post("/partner-feedback/values", receive_partner_reply_values);
  routes.get("/partner-feedback/{ref}", feedback_page);
  routes.post("/partner-feedback/{ref}/listened", receive_feedback_listened);
  routes.post("/partner-feedback/{ref}/reply", receive_feedback_reply);
  routes.get("/partners", partner_list_page);
  routes.post("/partners", receive_partner);
  routes.get("/partners/{ref}", partner_page);
  routes.post("/partners/{ref}", receive_partner_change);
  routes.post("/partners/{ref}/ending", receive_partner_ending);
  routes.post("/partners/{ref}/members", receive_partner_member);
  routes.post("/partners/{ref}/members/removal", receive_partner_member_removal);
}

}  // namespace throughline::web
