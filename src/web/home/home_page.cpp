#include "web/home/home_page.hpp"

#include "templates/described.hpp"
#include "web/home/today.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct HomeView {
  std::vector<TaskView> tasks;
  std::vector<PanelView> panels;
};
BOOST_DESCRIBE_STRUCT(HomeView, (), (tasks, panels))

}  // namespace

http::Response home_page(Call& call) {
  const auto view = call.database.read([&](store::Reader& reader) {
    return HomeView{tasks_today(call, reader), panels_along_the_line(call, reader)};
  });
  return page(call, "home/home.html", templates::to_value(view));
}

}  // namespace throughline::web
