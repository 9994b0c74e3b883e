#pragma once

// The pages of ELSEWHERE: the library of published assessments, its statements to search, adding
// pages, naming a council and correcting how a sentence was read.

namespace throughline::web {

class Routes;

void add_elsewhere_pages(Routes& routes);

}  // namespace throughline::web
