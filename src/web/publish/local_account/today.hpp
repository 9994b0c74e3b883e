#pragma once

// What the Local Account puts on a signed-in person's home page.

#include "web/home/today.hpp"

namespace throughline::web {

void add_local_account_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks);

}  // namespace throughline::web
