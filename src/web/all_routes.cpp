#include "web/act/pages.hpp"
#include "web/count/pages.hpp"
#include "web/hear/pages.hpp"
#include "web/home/pages.hpp"
#include "web/judge/elsewhere/pages.hpp"
#include "web/judge/pages.hpp"
#include "web/prove/pages.hpp"
#include "web/publish/pages.hpp"
#include "web/record/pages.hpp"
#include "web/routes.hpp"
#include "web/understand/pages.hpp"

namespace throughline::web {

Routes all_routes() {
  Routes routes;
  add_home_pages(routes);
  add_record_pages(routes);
  add_hear_pages(routes);
  add_understand_pages(routes);
  add_count_pages(routes);
  add_act_pages(routes);
  add_prove_pages(routes);
  add_judge_pages(routes);
  add_elsewhere_pages(routes);
  add_publish_pages(routes);
  return routes;
}

}  // namespace throughline::web
