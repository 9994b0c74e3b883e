#pragma once

// What JUDGE and PUBLISH put on a person's home page: scores to escalate, findings to approve,
// evidence to look at again; and how far the assessment has come.

#include "web/home/today.hpp"

namespace throughline::web {

void add_judge_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks);
void add_judge_panels(const Call& call, store::Reader& reader, std::vector<PanelView>& panels);

}  // namespace throughline::web
