#include "web/hear/letter/pages.hpp"

#include "web/hear/letter/letter_page.hpp"
#include "web/hear/letter/letter_work_pages.hpp"
#include "web/hear/letter/new_letter_page.hpp"
#include "web/hear/letter/template_pages.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_letter_pages(Routes& routes) {
  routes.get("/cases/{ref}/letters/new", new_letter_page);
  routes.post("/cases/{ref}/letters", receive_letter);

  routes.get("/letters", letter_list_page);
  routes.get("/letters/{ref}", letter_page);
  routes.post("/letters/{ref}", receive_letter_change);
  routes.get("/letters/{ref}/change", letter_change_page);
  routes.get("/letters/{ref}/docx", letter_docx);
  routes.get("/letters/{ref}/html", letter_html);
  routes.get("/letters/{ref}/pdf", letter_pdf);
  routes.get("/letters/{ref}/removal", letter_removal_page);
  routes.post("/letters/{ref}/removal", receive_letter_removal);
  routes.get("/letters/{ref}/sending", letter_sending_page);
  routes.post("/letters/{ref}/sending", receive_letter_sending);

  routes.get("/letter-templates", template_list_page);
  routes.get("/letter-templates/{kind}", template_page);
  routes.post("/letter-templates/{kind}", receive_template);
  routes.post("/letter-templates/{kind}/reset", receive_template_reset);
  routes.get("/letter-templates/{kind}/{version}", template_version_page);
}

}  // namespace throughline::web
