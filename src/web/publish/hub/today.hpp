#pragma once

// What the information hub puts on a signed-in person's home page.

#include "web/home/today.hpp"

namespace throughline::web {

void add_hub_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks);

}  // namespace throughline::web
