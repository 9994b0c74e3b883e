#pragma once

// GET /complaints: the open complaints, by what has to happen next and by when, a page at a time.
// POST /complaints/export: all that the filter shows, as CSV.

#include "hear/complaint/worklist.hpp"
#include "web/call.hpp"
#include "web/home/today.hpp"

#include <vector>

namespace throughline::web {

[[nodiscard]] http::Response worklist_page(Call& call);
[[nodiscard]] http::Response export_worklist(Call& call);

// What was asked for, in an address or a form: list, officer, service.
[[nodiscard]] hear::WorkFilter work_filter(const http::Form& asked);

// What is late or due today, for the home page.
void add_complaint_tasks(const Call& call, store::Reader& reader, std::vector<TaskView>& tasks);

}  // namespace throughline::web
