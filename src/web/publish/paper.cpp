#include "web/publish/paper.hpp"

#include "record/data.hpp"
#include "templates/value.hpp"
#include "web/publish/published_view.hpp"

namespace throughline::web {
namespace {

// A page on paper stands alone, so it carries its style sheet.
templates::Value sheet() {
  const auto css = base::embedded_file(record::embedded_data(), "paper.css");
  return templates::Value::safe("<style>\n" + std::string(css) + "</style>");
}

}  // namespace

std::string paper(const publish::StatementPage& page) {
  auto view = publishing::statement_view(page);
  view.sheet = sheet();
  return templates::render("publish/paper_statement.html", templates::to_value(view));
}

std::string paper(const publish::SummaryPage& page) {
  auto view = publishing::summary_view(page);
  view.sheet = sheet();
  return templates::render("publish/paper_summary.html", templates::to_value(view));
}

}  // namespace throughline::web
