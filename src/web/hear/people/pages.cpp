#include "web/hear/people/pages.hpp"

#include "web/hear/people/erasure_page.hpp"
#include "web/hear/people/hold_page.hpp"
#include "web/hear/people/person_page.hpp"
#include "web/hear/people/redaction_page.hpp"
#include "web/hear/people/retention_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_people_pages(Routes& routes) {
  routes.get("/cases/{ref}/redaction", redaction_page);
  routes.post("/cases/{ref}/redaction", receive_redaction);
  routes.get("/cases/{ref}/hold", hold_page);
  routes.post("/cases/{ref}/hold", receive_hold);
  routes.post("/cases/{ref}/hold/lifting", receive_hold_lifting);
  routes.get("/peoples-data", people_search_page);
  routes.post("/peoples-data", search_people);
  routes.post("/peoples-data/held", show_person);
  routes.post("/peoples-data/export", export_person);
  routes.get("/peoples-data/erasure", erasure_page);
  routes.post("/peoples-data/erasure", receive_erasure);
  routes.get("/peoples-data/looks", looks_page);
  routes.get("/peoples-data/retention", retention_page);
  routes.post("/peoples-data/retention", receive_retention);
  routes.post("/peoples-data/retention/disposal", receive_disposal);
}

}  // namespace throughline::web
