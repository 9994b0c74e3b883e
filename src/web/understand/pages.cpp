#include "web/understand/pages.hpp"

#include "web/routes.hpp"
#include "web/understand/theme_form_pages.hpp"
#include "web/understand/theme_list_page.hpp"
#include "web/understand/theme_page.hpp"

namespace throughline::web {

void add_understand_pages(Routes& routes) {
  routes.get("/themes", theme_list_page);
  routes.post("/themes", receive_theme);
  routes.get("/themes/new", new_theme_page);
  routes.post("/themes/starter-set", receive_starter_themes);
  routes.get("/themes/{ref}", theme_page);
  routes.get("/themes/{ref}/counts.csv", theme_counts_file);
  routes.get("/themes/{ref}/details", theme_details_page);
  routes.post("/themes/{ref}/details", receive_theme_details);
  routes.get("/themes/{ref}/merger", merger_page);
  routes.post("/themes/{ref}/merger", receive_merger);
}

}  // namespace throughline::web
