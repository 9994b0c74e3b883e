#include "web/publish/report/report_view.hpp"

#include <sstream>

namespace throughline::web {
namespace {

namespace report = publish::report;

ReportLineView line_view(report::ShownLine line) {
  return {std::move(line.name), std::move(line.now), std::move(line.before), ""};
}

ReportTableView table_view(report::ShownTable table) {
  ReportTableView view{std::move(table.title), std::move(table.counted), std::move(table.note), {}};
  for (auto& line : table.lines) view.lines.push_back(line_view(std::move(line)));
  return view;
}

// An empty line parts paragraphs; a single line break is a space.
std::vector<std::string> paragraphs(const std::string& text) {
  std::vector<std::string> found;
  std::istringstream in(text);
  bool apart = true;
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      apart = true;
      continue;
    }
    if (apart) {
      found.push_back(line);
    } else {
      found.back() += " " + line;
    }
    apart = false;
  }
  return found;
}

}  // namespace

ReportView report_view(const report::Report& given, report::Readers readers) {
  ReportView view;
  view.council = given.council;
  view.title = given.period.title();
  view.period = given.period.name();
  view.earlier = given.period.year_before().name();
  view.as_at = base::to_long_text(given.as_at);
  view.annual = given.period.quarter == 0;
  view.over = given.as_at > given.period.last();
  view.for_everyone = readers == report::Readers::everyone;
  auto shown = report::shown(given.figures, given.quarters, readers);
  for (auto& line : shown.totals) {
    view.totals.push_back(line_view(std::move(line)));
  }
  const auto add_words = [&](const char* heading, const std::string& words) {
    if (auto said = paragraphs(words); !said.empty()) view.words.push_back({heading, said});
  };
  add_words("What the complaints were about", given.words.subjects);
  add_words("Matters of general importance", given.words.importance);
  add_words("How complaints were handled", given.words.handling);
  add_words("What we did, and will do, to improve services", given.words.improvement);
  view.timeliness.title = "How long it took";
  view.timeliness.counted = "What was to be done";
  for (std::size_t part = 0; part < shown.timeliness.size(); ++part) {
    view.timeliness.lines.push_back(line_view(std::move(shown.timeliness[part])));
    view.timeliness.lines.back().explained = given.figures.timeliness[part].explained;
  }
  for (auto& table : shown.tables) {
    if (!table.lines.empty()) view.tables.push_back(table_view(std::move(table)));
  }
  for (const auto& action : given.figures.actions) {
    view.actions.push_back({"/actions/" + action.ref, action.title, action.status, action.verdict});
  }
  return view;
}

}  // namespace throughline::web
