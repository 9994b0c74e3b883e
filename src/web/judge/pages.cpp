#include "web/judge/pages.hpp"

#include "web/judge/document_page.hpp"
#include "web/judge/evidence_form.hpp"
#include "web/judge/evidence_list_page.hpp"
#include "web/judge/evidence_page.hpp"
#include "web/judge/findings_page.hpp"
#include "web/judge/rating_page.hpp"
#include "web/judge/score_page.hpp"
#include "web/judge/statement_list_page.hpp"
#include "web/judge/statement_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_judge_pages(Routes& routes) {
  routes.get("/statements", statement_list_page);
  routes.get("/statements/{key}", statement_page);
  routes.get("/statements/{key}/score", score_form_page);
  routes.post("/statements/{key}/scores", receive_score);
  routes.get("/statements/{key}/findings", findings_page);
  routes.post("/statements/{key}/findings", receive_findings);
  routes.get("/statements/{key}/findings/sources", findings_sources_page);
  routes.post("/statements/{key}/findings/sources", receive_findings_sources);
  routes.post("/statements/{key}/approval", receive_approval);

  routes.get("/scores/{ref}", score_page);
  routes.get("/scores/{ref}/escalation", escalation_page);
  routes.post("/scores/{ref}/escalations", receive_escalation);

  routes.get("/rating", rating_page);
  routes.post("/rating/override", receive_override);
  routes.post("/rating/override/withdrawal", receive_override_withdrawal);

  routes.get("/evidence", evidence_list_page);
  routes.post("/evidence", receive_evidence);
  routes.get("/evidence.csv", evidence_csv);
  routes.get("/evidence/new", new_evidence_page);
  routes.get("/evidence/{ref}", evidence_page);
  routes.get("/evidence/{ref}/correction", evidence_correction_page);
  routes.post("/evidence/{ref}/corrections", receive_evidence_correction);
  routes.post("/evidence/{ref}/withdrawal", receive_evidence_withdrawal);

  routes.get("/documents", document_list_page);
  routes.post("/documents", receive_document);
  routes.get("/documents/new", new_document_page);
  routes.get("/documents/{ref}", document_page);
  routes.get("/documents/{ref}/file", document_file);
}

}  // namespace throughline::web
