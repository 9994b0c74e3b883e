#include "web/hear/easy_read/pages.hpp"

#include "web/guess_limit.hpp"
#include "web/hear/easy_read/easy_read_pages.hpp"
#include "web/routes.hpp"

#include <memory>

namespace throughline::web {

void add_easy_read_pages(Routes& routes) {
  routes.get("/easy-read", easy_read_page);
  routes.post("/easy-read", begin_easy_read);
  routes.get("/easy-read/about", easy_about_page);
  routes.post("/easy-read/about", receive_easy_about);
  routes.get("/easy-read/service", easy_service_page);
  routes.post("/easy-read/service", receive_easy_service);
  routes.get("/easy-read/what", easy_what_page);
  routes.post("/easy-read/what", receive_easy_what);
  routes.get("/easy-read/safe", easy_safe_page);
  routes.get("/easy-read/feeling", easy_feeling_page);
  routes.post("/easy-read/feeling", receive_easy_feeling);
  routes.get("/easy-read/words", easy_words_page);
  routes.post("/easy-read/words", receive_easy_words);
  routes.get("/easy-read/you", easy_you_page);
  routes.post("/easy-read/you", receive_easy_you);
  routes.get("/easy-read/talk", easy_talk_page);
  routes.post("/easy-read/talk", receive_easy_talk);
  routes.get("/easy-read/check", easy_check_page);
  routes.post("/easy-read/check", send_easy_read);
  routes.get("/easy-read/thanks", easy_thanks_page);

  const auto limit = std::make_shared<GuessLimit>(reference_guesses);
  routes.get("/easy-read/receipt", easy_receipt_page);
  routes.post("/easy-read/receipt",
              [limit](Call& call) { return show_easy_progress(call, *limit); });
}

}  // namespace throughline::web
