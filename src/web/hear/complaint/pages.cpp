#include "web/hear/complaint/pages.hpp"

#include "web/hear/complaint/acknowledgement_page.hpp"
#include "web/hear/complaint/notes_pages.hpp"
#include "web/hear/complaint/officer_page.hpp"
#include "web/hear/complaint/plan_page.hpp"
#include "web/hear/complaint/points_pages.hpp"
#include "web/hear/complaint/response_pages.hpp"
#include "web/hear/complaint/speaker_pages.hpp"
#include "web/hear/complaint/targets_page.hpp"
#include "web/hear/complaint/worklist_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_complaint_pages(Routes& routes) {
  routes.remembered("/complaints", worklist_page);
  routes.post("/complaints/export", export_worklist);
  routes.get("/complaints/targets", targets_page);
  routes.post("/complaints/targets", receive_targets);
  routes.get("/cases/{ref}/acknowledgement", acknowledgement_page);
  routes.post("/cases/{ref}/acknowledgement", receive_acknowledgement);
  routes.get("/cases/{ref}/bodies", bodies_page);
  routes.post("/cases/{ref}/bodies", receive_body);
  routes.get("/cases/{ref}/complexity", complexity_page);
  routes.post("/cases/{ref}/complexity", receive_complexity);
  routes.get("/cases/{ref}/concern", keep_as_concern_page);
  routes.post("/cases/{ref}/concern", receive_keeping_as_concern);
  routes.get("/cases/{ref}/contact-limit", contact_limit_page);
  routes.post("/cases/{ref}/contact-limit", receive_contact_limit);
  routes.get("/cases/{ref}/delay", delay_page);
  routes.post("/cases/{ref}/delay", receive_delay);
  routes.get("/cases/{ref}/earlier", earlier_page);
  routes.post("/cases/{ref}/earlier", receive_earlier);
  routes.get("/cases/{ref}/notes", notes_page);
  routes.post("/cases/{ref}/notes", receive_note);
  routes.get("/cases/{ref}/officer", officer_page);
  routes.post("/cases/{ref}/officer", receive_officer);
  routes.get("/cases/{ref}/ombudsman", ombudsman_page);
  routes.post("/cases/{ref}/ombudsman", receive_ombudsman);
  routes.get("/cases/{ref}/plan", plan_page);
  routes.post("/cases/{ref}/plan", receive_plan);
  routes.get("/cases/{ref}/points", points_page);
  routes.post("/cases/{ref}/points", receive_new_point);
  routes.get("/cases/{ref}/points/{point}", complaint_point_page);
  routes.post("/cases/{ref}/points/{point}", receive_complaint_point);
  routes.get("/cases/{ref}/response", response_page);
  routes.post("/cases/{ref}/response", receive_response);
  routes.get("/cases/{ref}/speaker", speaker_page);
  routes.post("/cases/{ref}/speaker", receive_speaker);
  routes.get("/cases/{ref}/time-limit", time_limit_page);
  routes.post("/cases/{ref}/time-limit", receive_time_limit);
  routes.post("/cases/{ref}/bodies/removal", receive_body_removal);
  routes.post("/cases/{ref}/contact-limit/end", receive_contact_limit_end);
}

}  // namespace throughline::web
