#include "web/hear/idea/pages.hpp"

#include "web/hear/idea/idea_pages.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_idea_pages(Routes& routes) {
  routes.get("/ideas", idea_list_page);
  routes.post("/ideas", receive_idea);
  routes.post("/ideas/days", receive_reply_days);
  routes.get("/ideas/new", new_idea_page);
  routes.post("/ideas/values", receive_reply_values);
  routes.get("/ideas/{ref}", idea_page);
  routes.post("/ideas/{ref}/listened", receive_idea_listened);
  routes.post("/ideas/{ref}/raiser", show_idea_raiser);
  routes.post("/ideas/{ref}/reply", receive_idea_reply);
}

}  // namespace throughline::web
