#include "web/publish/hub/pages.hpp"

#include "web/publish/hub/hub_list_page.hpp"
#include "web/publish/hub/hub_page.hpp"
#include "web/publish/hub/hub_version_pages.hpp"
#include "web/publish/hub/hub_write_pages.hpp"
#include "web/routes.hpp"

#include <memory>

namespace throughline::web {

void add_hub_pages(Routes& routes) {
  const auto limit = std::make_shared<GuessLimit>(useful_answers);
  routes.get("/information", hub_list_page);
  routes.post("/information", receive_hub_page);
  routes.get("/information/new", new_hub_page);
  routes.post("/information/upload", receive_hub_file);
  routes.get("/information/{slug}", hub_page);
  routes.post("/information/{slug}", receive_hub_change);
  routes.get("/information/{slug}/change", change_hub_page);
  routes.post("/information/{slug}/check", receive_hub_check);
  routes.get("/information/{slug}/history", hub_history_page);
  routes.get("/information/{slug}/page.md", hub_markdown_file);
  routes.post("/information/{slug}/publication", receive_hub_publication);
  routes.post("/information/{slug}/useful",
              [limit](Call& call) { return receive_hub_answer(call, *limit); });
  routes.get("/information/{slug}/versions/{number}", hub_version_page);
  routes.post("/information/{slug}/versions/{number}/restoration", receive_hub_restoration);
  routes.post("/information/{slug}/withdrawal", receive_hub_withdrawal);
}

}  // namespace throughline::web
