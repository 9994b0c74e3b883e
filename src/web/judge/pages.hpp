#pragma once

// The pages of JUDGE: statements, evidence, documents, scores, findings, the rating.

namespace throughline::web {

class Routes;
void add_judge_pages(Routes& routes);

}  // namespace throughline::web
