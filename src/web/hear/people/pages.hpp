#pragma once

// The pages of people's data: redaction, holds, one person's data, who looked, and retention.

namespace throughline::web {

class Routes;
void add_people_pages(Routes& routes);

}  // namespace throughline::web
