#pragma once

// GET /complaints: the open complaints, by what has to happen next and by when.

#include "web/call.hpp"
#include "web/home/today.hpp"

#include <vector>

namespace throughline::web {

[[nodiscard]] http::Response worklist_page(Call& call);

// What is late or due today, for the home page.
void add_complaint_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks);

}  // namespace throughline::web
