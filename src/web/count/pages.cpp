#include "web/count/pages.hpp"

#include "web/count/import_values_page.hpp"
#include "web/count/measure_form_page.hpp"
#include "web/count/measure_list_page.hpp"
#include "web/count/measure_page.hpp"
#include "web/count/theme_values.hpp"
#include "web/count/value_page.hpp"
#include "web/routes.hpp"

namespace throughline::web {

void add_count_pages(Routes& routes) {
  routes.get("/measures", measure_list_page);
  routes.get("/measures/new", new_measure_page);
  routes.post("/measures", receive_measure);
  routes.get("/measures/{ref}", measure_page);
  routes.get("/measures/{ref}/change", change_measure_page);
  routes.post("/measures/{ref}", receive_measure_change);

  routes.post("/measures/{ref}/values", receive_value);
  routes.get("/measures/{ref}/values.csv", values_file);
  routes.get("/measures/{ref}/values/{date}", value_page);
  routes.post("/measures/{ref}/values/{date}", receive_value_change);
  routes.post("/measures/{ref}/values/{date}/removal", receive_value_removal);

  routes.get("/measures/{ref}/import", import_values_page);
  routes.post("/measures/{ref}/import", receive_values_import);
  routes.post("/measures/{ref}/theme-values", receive_theme_values);
}

}  // namespace throughline::web
