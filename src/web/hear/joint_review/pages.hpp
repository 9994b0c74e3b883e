#pragma once

// Joint reviews of incidents, for the council and for the partners that take part.

namespace throughline::web {

class Routes;

void add_joint_review_pages(Routes& routes);

}  // namespace throughline::web
