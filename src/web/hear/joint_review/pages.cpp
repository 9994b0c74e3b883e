#include "web/hear/joint_review/pages.hpp"

#include "web/hear/joint_review/learning_pages.hpp"
#include "web/hear/joint_review/part_page.hpp"
#include "web/hear/joint_review/review_form_page.hpp"
#include "web/hear/joint_review/review_page.hpp"
#include "web/hear/joint_review/review_paper.hpp"
#include "web/hear/joint_review/review_register_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_joint_review_pages(Routes& routes) {
  routes.get("/joint-reviews", review_register_page);
  routes.post("/joint-reviews", receive_review);
  routes.get("/joint-reviews.csv", review_register_file);
  routes.get("/joint-reviews/new", new_review_page);
  routes.post("/joint-reviews/requests", receive_review_request);
  routes.get("/joint-reviews/requests/new", review_request_page);
  routes.get("/joint-reviews/{ref}", review_page);
  routes.post("/joint-reviews/{ref}", receive_review_change);
  routes.post("/joint-reviews/{ref}/actions", receive_joint_action);
  routes.post("/joint-reviews/{ref}/answer", receive_invitation_answer);
  routes.post("/joint-reviews/{ref}/cases", receive_review_case);
  routes.post("/joint-reviews/{ref}/cases/removal", receive_review_case_removal);
  routes.get("/joint-reviews/{ref}/change", change_review_page);
  routes.post("/joint-reviews/{ref}/closure", receive_review_closure);
  routes.post("/joint-reviews/{ref}/decision", receive_review_decision);
  routes.get("/joint-reviews/{ref}/docx", review_docx);
  routes.post("/joint-reviews/{ref}/facts", receive_review_fact);
  routes.post("/joint-reviews/{ref}/facts/removal", receive_review_fact_removal);
  routes.post("/joint-reviews/{ref}/invitations", receive_invitation);
  routes.post("/joint-reviews/{ref}/invitations/withdrawal", receive_invitation_withdrawal);
  routes.get("/joint-reviews/{ref}/learning", review_learning_page);
  routes.post("/joint-reviews/{ref}/learning", receive_review_learning);
  routes.get("/joint-reviews/{ref}/part", review_part_page);
  routes.post("/joint-reviews/{ref}/part", receive_review_part);
  routes.post("/joint-reviews/{ref}/part/return", receive_review_part_return);
  routes.get("/joint-reviews/{ref}/pdf", review_pdf);
  routes.post("/joint-reviews/{ref}/reopening", receive_review_reopening);
  routes.post("/joint-reviews/{ref}/view", receive_review_view);
  routes.get("/shared-learning", shared_learning_page);
}

}  // namespace throughline::web
