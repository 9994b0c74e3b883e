#include "web/hear/point/pages.hpp"

#include "web/hear/point/ask_pages.hpp"
#include "web/hear/point/point_pages.hpp"
#include "web/hear/point/wall_page.hpp"
#include "web/routes.hpp"

#include <memory>

namespace throughline::web {

namespace {

constexpr int most_walls = 200;  // each a connection of the server's 4,096

}  // namespace

void add_point_pages(Routes& routes) {
  const auto limit = std::make_shared<GuessLimit>(face_presses);
  routes.get("/at/{code}", ask_page);
  routes.post("/at/{code}", [limit](Call& call) { return receive_face(call, *limit); });
  routes.post("/at/{code}/more", begin_with_service);
  routes.get("/at/{code}/thanks", ask_thanks_page);
  routes.get("/kiosk/{code}", kiosk_page);
  routes.post("/kiosk/{code}", [limit](Call& call) { return receive_kiosk_face(call, *limit); });
  routes.get("/kiosk/{code}/thanks", kiosk_thanks_page);
  routes.get("/manifest.webmanifest", manifest);
  routes.get("/points", point_list_page);
  routes.post("/points", receive_point);
  routes.get("/points/{ref}", point_page);
  routes.post("/points/{ref}/asking", receive_asking);
  routes.get("/points/{ref}/qr.svg", point_qr_code);
  routes.post("/points/{ref}/values", receive_face_values);
  routes.get("/wall", wall_page);
  routes.get("/wall/events",
             [places = wall_places(most_walls)](Call& call) { return wall_events(call, places); });
}

}  // namespace throughline::web
