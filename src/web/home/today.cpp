#include "web/home/today.hpp"

#include "web/call.hpp"

namespace throughline::web {

std::vector<TaskView> tasks_today(const Call&, store::Reader&) {
  std::vector<TaskView> tasks;
  return tasks;
}

std::vector<PanelView> panels_along_the_line(const Call&, store::Reader&) {
  std::vector<PanelView> panels;
  return panels;
}

}  // namespace throughline::web
