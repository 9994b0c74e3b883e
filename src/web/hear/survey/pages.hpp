#pragma once

// The pages of surveys: building one, its waves and their results, and answering it.

namespace throughline::web {

class Routes;
void add_survey_pages(Routes& routes);

}  // namespace throughline::web
