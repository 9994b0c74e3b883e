#include "web/publish/paper.hpp"

#include "templates/value.hpp"
#include "web/publish/published_view.hpp"

namespace throughline::web {

std::string paper(const publish::StatementPage& page) {
  return templates::render("publish/paper_statement.html",
                           templates::to_value(publishing::statement_view(page)));
}

std::string paper(const publish::SummaryPage& page) {
  return templates::render("publish/paper_summary.html",
                           templates::to_value(publishing::summary_view(page)));
}

}  // namespace throughline::web
