#pragma once

// Complaints: the worklist, the targets, and each page of one complaint below its case.

namespace throughline::web {

class Routes;

void add_complaint_pages(Routes& routes);

}  // namespace throughline::web
