#include "web/hear/concern/pages.hpp"

#include "web/hear/concern/concern_pages.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_concern_pages(Routes& routes) {
  routes.get("/concerns", concern_list_page);
  routes.post("/concerns", receive_concern);
  routes.get("/concerns/new", new_concern_page);
  routes.get("/concerns/{ref}", concern_page);
  routes.post("/concerns/{ref}/complaint", receive_wish_to_complain);
  routes.post("/concerns/{ref}/resolution", receive_resolution);
}

}  // namespace throughline::web
