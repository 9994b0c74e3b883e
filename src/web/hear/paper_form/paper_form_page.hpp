#pragma once

// GET /paper-form: the paper forms, to choose one. GET /paper-form/pdf: the form itself.

#include "web/call.hpp"
#include "web/hear/paper_form/press.hpp"
#include "web/http/message.hpp"

namespace throughline::web {

class Routes;

[[nodiscard]] http::Response paper_form_page(Call& call);
[[nodiscard]] http::Response paper_form_pdf(Call& call, PaperPress& press);

void add_paper_form_pages(Routes& routes);

}  // namespace throughline::web
