#include "web/judge/elsewhere/pages.hpp"

#include "web/judge/elsewhere/correction_page.hpp"
#include "web/judge/elsewhere/council_page.hpp"
#include "web/judge/elsewhere/library_page.hpp"
#include "web/judge/elsewhere/statement_list_page.hpp"
#include "web/judge/elsewhere/upload_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_elsewhere_pages(Routes& routes) {
  routes.get("/elsewhere", library_list_page);
  routes.post("/elsewhere", receive_published_pages);
  routes.get("/elsewhere/new", upload_published_pages);
  routes.get("/elsewhere/pages/{ref}", published_page);
  routes.get("/elsewhere/pages/{ref}/council", council_page);
  routes.post("/elsewhere/pages/{ref}/council", receive_council);
  routes.get("/elsewhere/statements", statement_search_page);
  routes.get("/elsewhere/{ref}", elsewhere_statement_page);
  routes.get("/elsewhere/{ref}/correction", correction_page_elsewhere);
  routes.post("/elsewhere/{ref}/corrections", receive_correction_elsewhere);
}

}  // namespace throughline::web
