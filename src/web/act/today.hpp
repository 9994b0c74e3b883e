#pragma once

// What ACT and PROVE put on the home page: this person's actions that are late or due within a
// week, how many are open, and what came of those that were tested.

#include "web/home/today.hpp"

namespace throughline::web {

void add_act_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks);
void add_act_panels(const Call& call, store::Reader& reader, std::vector<PanelView>& panels);

}  // namespace throughline::web
