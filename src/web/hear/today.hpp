#pragma once

// What HEAR and UNDERSTAND put on a signed-in person's home page.

#include "web/home/today.hpp"

namespace throughline::web {

// New cases that nobody looks into yet.
void add_hear_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks);
// How many cases are open, and the themes that moved.
void add_hear_panels(const Call& call, store::Reader& reader, std::vector<PanelView>& panels);

}  // namespace throughline::web
