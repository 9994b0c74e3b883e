#include "web/publish/pages.hpp"

#include "web/publish/assessment_page.hpp"
#include "web/publish/hub/pages.hpp"
#include "web/publish/local_account/pages.hpp"
#include "web/publish/publication_page.hpp"
#include "web/publish/report/report_pages.hpp"
#include "web/publish/report/report_words_page.hpp"
#include "web/publish/you_said_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_publish_pages(Routes& routes) {
  add_hub_pages(routes);
  add_local_account_pages(routes);
  routes.get("/assessment", assessment_summary_page);
  routes.get("/assessment.json", assessment_summary_json);
  routes.get("/assessment/{page}", assessment_page);
  routes.get("/preview/{page}", preview_page);

  routes.get("/publications", publication_list_page);
  routes.post("/publications", receive_publication);
  routes.get("/publications/new", publication_check_page);
  routes.get("/publications/{ref}", publication_page);
  routes.post("/publications/{ref}/withdrawal", receive_publication_withdrawal);

  routes.get("/reports/complaints", report_list_page);
  routes.get("/reports/complaints/{period}", report_page);
  routes.post("/reports/complaints/{period}", receive_report);
  routes.get("/reports/complaints/{period}/words", report_words_page);
  routes.post("/reports/complaints/{period}/words", receive_report_words);
  routes.get("/reports/{ref}", kept_report_page);

  routes.get("/you-said-we-did", you_said_page);
  routes.get("/public-wordings", wording_list_page);
  routes.get("/public-wordings/{ref}", wording_page);
  routes.post("/public-wordings/{ref}", receive_wording);
}

}  // namespace throughline::web
