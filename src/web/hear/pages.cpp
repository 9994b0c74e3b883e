#include "web/hear/pages.hpp"

#include "web/guess_limit.hpp"
#include "web/hear/answer/pages.hpp"
#include "web/hear/case_list_page.hpp"
#include "web/hear/case_page.hpp"
#include "web/hear/case_work_pages.hpp"
#include "web/hear/complaint/pages.hpp"
#include "web/hear/compliment/pages.hpp"
#include "web/hear/concern/pages.hpp"
#include "web/hear/coproduction/pages.hpp"
#include "web/hear/easy_read/pages.hpp"
#include "web/hear/fair_voice/pages.hpp"
#include "web/hear/idea/pages.hpp"
#include "web/hear/identity_page.hpp"
#include "web/hear/import_page.hpp"
#include "web/hear/letter/pages.hpp"
#include "web/hear/log_case_page.hpp"
#include "web/hear/ombudsman/pages.hpp"
#include "web/hear/partner/pages.hpp"
#include "web/hear/people/pages.hpp"
#include "web/hear/point/pages.hpp"
#include "web/hear/receipt_page.hpp"
#include "web/hear/survey/pages.hpp"
#include "web/hear/tell_us.hpp"
#include "web/hear/voices_page.hpp"
#include "web/routes.hpp"

#include <memory>

namespace throughline::web {

namespace {

void add_tell_us(Routes& routes) {
  routes.get("/tell-us", tell_us_page);
  routes.post("/tell-us", begin_telling_us);
  routes.get("/tell-us/exit", leave_tell_us);
  routes.get("/tell-us/kind", kind_page);
  routes.post("/tell-us/kind", receive_kind);
  routes.get("/tell-us/words", words_page);
  routes.post("/tell-us/words", receive_words);
  routes.get("/tell-us/service", service_page);
  routes.post("/tell-us/service", receive_service);
  routes.get("/tell-us/you", you_page);
  routes.post("/tell-us/you", receive_you);
  routes.get("/tell-us/contact", contact_page);
  routes.post("/tell-us/contact", receive_contact);
  routes.get("/tell-us/details", details_page);
  routes.post("/tell-us/details", receive_details);
  routes.get("/tell-us/equality", equality_page);
  routes.post("/tell-us/equality", receive_equality);
  routes.get("/tell-us/check", check_page);
  routes.post("/tell-us/check", send_feedback);
  routes.get("/tell-us/sent", sent_page);

  const auto limit = std::make_shared<GuessLimit>(reference_guesses);
  routes.get("/receipt", receipt_page);
  routes.post("/receipt", [limit](Call& call) { return show_progress(call, *limit); });
  routes.post("/receipt/fixed", [limit](Call& call) { return receive_fixed(call, *limit); });
  routes.post("/receipt/words", [limit](Call& call) { return receive_fixed_words(call, *limit); });
}

void add_cases(Routes& routes) {
  routes.remembered("/cases", case_list_page);
  routes.post("/cases", receive_case);
  routes.post("/cases/export", export_cases);
  routes.get("/cases/import", import_page);
  routes.post("/cases/import", receive_import);
  routes.get("/cases/new", log_case_page);
  routes.remembered("/cases/{ref}", case_page);
  routes.get("/cases/{ref}/closure", closure_page);
  routes.post("/cases/{ref}/closure", receive_closure);
  routes.get("/cases/{ref}/correction", correction_page);
  routes.post("/cases/{ref}/correction", receive_correction);
  routes.get("/cases/{ref}/identity", identity_page);
  routes.post("/cases/{ref}/identity", show_identity);
  routes.post("/cases/{ref}/looking-into", receive_looking_into);
  routes.get("/cases/{ref}/receipt", case_receipt_page);
  routes.get("/cases/{ref}/reopening", reopening_page);
  routes.post("/cases/{ref}/reopening", receive_reopening);
  routes.get("/cases/{ref}/themes", case_themes_page);
  routes.post("/cases/{ref}/themes", receive_case_themes);
}

}  // namespace

void add_hear_pages(Routes& routes) {
  add_tell_us(routes);
  add_cases(routes);
  add_complaint_pages(routes);
  add_letter_pages(routes);
  add_answer_pages(routes);
  add_idea_pages(routes);
  add_partner_pages(routes);
  add_concern_pages(routes);
  add_compliment_pages(routes);
  add_point_pages(routes);
  routes.get("/voices", voices_page);
  add_survey_pages(routes);
  add_people_pages(routes);
  add_fair_voice_pages(routes);
  add_ombudsman_pages(routes);
  add_easy_read_pages(routes);
  add_coproduction_pages(routes);
}

}  // namespace throughline::web
