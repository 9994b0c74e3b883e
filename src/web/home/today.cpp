#include "web/home/today.hpp"

#include "web/act/today.hpp"
#include "web/call.hpp"
#include "web/hear/today.hpp"
#include "web/judge/today.hpp"
#include "web/publish/hub/today.hpp"
#include "web/publish/local_account/today.hpp"

namespace throughline::web {

std::vector<TaskView> tasks_today(const Call& call, store::Reader& reader) {
  std::vector<TaskView> tasks;
  add_act_tasks(call, reader, tasks);
  add_hear_tasks(call, reader, tasks);
  add_judge_tasks(call, reader, tasks);
  add_hub_tasks(call, reader, tasks);
  add_local_account_tasks(call, reader, tasks);
  return tasks;
}

std::vector<PanelView> panels_along_the_line(const Call& call, store::Reader& reader) {
  std::vector<PanelView> panels;
  add_hear_panels(call, reader, panels);
  add_act_panels(call, reader, panels);
  add_judge_panels(call, reader, panels);
  return panels;
}

}  // namespace throughline::web
