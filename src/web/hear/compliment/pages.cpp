#include "web/hear/compliment/pages.hpp"

#include "web/hear/compliment/compliment_pages.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_compliment_pages(Routes& routes) {
  routes.get("/compliments", compliment_list_page);
  routes.get("/compliments/{ref}", compliment_page);
  routes.post("/compliments/{ref}/acknowledgement", receive_compliment_acknowledgement);
  routes.post("/compliments/{ref}/passing-up", receive_passing_up);
  routes.post("/compliments/{ref}/sharing", receive_sharing);
  routes.post("/compliments/{ref}/sharing/end", receive_end_of_sharing);
  routes.post("/compliments/{ref}/workers", receive_worker);
  routes.post("/compliments/{ref}/workers/{number}/removal", receive_worker_removal);
  routes.post("/compliments/{ref}/workers/{number}/thanks", receive_thanks);
  routes.get("/good-practice", good_practice_page);
  routes.get("/thanks", thanks_page);
}

}  // namespace throughline::web
