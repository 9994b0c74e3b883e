#include "web/hear/answer/pages.hpp"

#include "web/hear/answer/follow_up_pages.hpp"
#include "web/hear/answer/mail_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_answer_pages(Routes& routes) {
  routes.get("/follow-ups", follow_up_list_page);
  routes.post("/follow-ups/values", receive_follow_up_values);
  routes.get("/follow-ups/{ref}", follow_up_page);
  routes.post("/follow-ups/{ref}/reading", receive_follow_up_reading);
  routes.post("/follow-ups/{ref}/reopening", receive_follow_up_reopening);
  routes.get("/mail", mail_page);
  routes.post("/mail/{number}/retry", receive_mail_retry);
}

}  // namespace throughline::web
