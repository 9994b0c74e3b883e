#include "web/hear/survey/pages.hpp"

#include "web/guess_limit.hpp"
#include "web/hear/survey/answer_pages.hpp"
#include "web/hear/survey/import_pages.hpp"
#include "web/hear/survey/survey_pages.hpp"
#include "web/hear/survey/wave_pages.hpp"
#include "web/routes.hpp"

#include <memory>

namespace throughline::web {

namespace {

// Many in a council's offices may answer from one address; a machine is slowed down.
constexpr GuessRate answers_sent{300, 30};

void add_building(Routes& routes) {
  routes.get("/surveys", survey_list_page);
  routes.post("/surveys", receive_survey);
  routes.get("/surveys/new", new_survey_page);
  routes.get("/surveys/{ref}", survey_page);
  routes.get("/surveys/{ref}/comparison", comparison_page);
  routes.get("/surveys/{ref}/details", survey_details_page);
  routes.post("/surveys/{ref}/details", receive_survey_details);
  routes.get("/surveys/{ref}/preview", survey_preview_page);
  routes.post("/surveys/{ref}/questions", receive_question);
  routes.get("/surveys/{ref}/questions/new", new_question_page);
  routes.get("/surveys/{ref}/questions/{number}", question_page);
  routes.post("/surveys/{ref}/questions/{number}", receive_question_change);
  routes.post("/surveys/{ref}/questions/{number}/position", receive_question_position);
  routes.post("/surveys/{ref}/questions/{number}/removal", receive_question_removal);
  routes.get("/surveys/{ref}/questions/{number}/skips", skips_page);
  routes.post("/surveys/{ref}/questions/{number}/skips", receive_skips);
  routes.post("/surveys/{ref}/versions", receive_survey_version);
  routes.post("/surveys/{ref}/waves", receive_wave);
  routes.get("/surveys/{ref}/waves/new", new_wave_page);
}

void add_waves(Routes& routes) {
  routes.get("/waves/{ref}", wave_page);
  routes.get("/waves/{ref}/comments", comments_page);
  routes.post("/waves/{ref}/comments/closure", receive_comments_closure);
  routes.get("/waves/{ref}/details", wave_details_page);
  routes.post("/waves/{ref}/details", receive_wave_details);
  routes.get("/waves/{ref}/import", answer_import_page);
  routes.post("/waves/{ref}/import", receive_answer_file);
  routes.get("/waves/{ref}/import/headings", headings_page);
  routes.post("/waves/{ref}/import/headings", receive_headings);
  routes.get("/waves/{ref}/invitations", invitations_page);
  routes.post("/waves/{ref}/invitations", receive_invitations);
  routes.get("/waves/{ref}/measure-value", measure_value_page);
  routes.post("/waves/{ref}/measure-value", receive_measure_value);
  routes.get("/waves/{ref}/names", names_page);
  routes.post("/waves/{ref}/names", show_names);
  routes.get("/waves/{ref}/results.csv", results_file);
}

void add_answering(Routes& routes) {
  const auto limit = std::make_shared<GuessLimit>(reference_guesses);
  const auto sent = std::make_shared<GuessLimit>(answers_sent);
  routes.get("/answer/{slug}", answer_page);
  routes.post("/answer/{slug}", [limit](Call& call) { return begin_answers(call, *limit); });
  routes.get("/answer/{slug}/check", answers_check_page);
  routes.post("/answer/{slug}/check", [sent](Call& call) { return receive_answers(call, *sent); });
  routes.get("/answer/{slug}/name", answerer_name_page);
  routes.post("/answer/{slug}/name", receive_answerer_name);
  routes.get("/answer/{slug}/questions/{number}", answer_question_page);
  routes.post("/answer/{slug}/questions/{number}", receive_answer);
  routes.get("/answer/{slug}/sent", answers_sent_page);
}

}  // namespace

void add_survey_pages(Routes& routes) {
  add_building(routes);
  add_waves(routes);
  add_answering(routes);
}

}  // namespace throughline::web
