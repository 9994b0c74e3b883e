#include "web/hear/fair_voice/pages.hpp"

#include "web/hear/fair_voice/fair_voice_page.hpp"
#include "web/hear/fair_voice/population_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_fair_voice_pages(Routes& routes) {
  routes.get("/fair-voice", fair_voice_page);
  routes.get("/fair-voice.csv", fair_voice_file);
  routes.post("/fair-voice/evidence", receive_fair_voice_evidence);
  routes.get("/fair-voice/population", population_page);
  routes.post("/fair-voice/population", receive_population);
}

}  // namespace throughline::web
