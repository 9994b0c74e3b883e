#include "web/publish/published_view.hpp"

#include "base/date.hpp"

namespace throughline::web::publishing {
namespace {

std::string long_date(const std::string& date) {
  const auto read = base::date_from_text(date);
  return read ? base::to_long_text(*read) : date;
}

}  // namespace

StatementView statement_view(const publish::StatementPage& page) {
  StatementView view;
  view.authority = page.authority;
  view.published = long_date(page.published);
  view.statement = page.statement;
  view.statement_name = page.statement_name;
  view.theme_name = page.theme_name;
  view.score = page.score;
  view.label = page.label;
  view.commitment = page.commitment;
  view.expectations = page.expectations;
  for (const publish::PageSection& section : page.sections) {
    SectionView shown{section.heading, {}};
    for (const publish::PageParagraph& paragraph : section.paragraphs) {
      shown.paragraphs.push_back({paragraph.words, paragraph.basis.sentence()});
    }
    view.sections.push_back(std::move(shown));
  }
  for (const publish::VoiceCount& count : page.basis.voices) {
    view.voices.push_back({count.label, count.supporting, count.contrary});
  }
  for (const publish::BasisCount& count : page.basis.records) {
    view.records.push_back({count.label, count.count});
  }
  return view;
}

SummaryView summary_view(const publish::SummaryPage& page) {
  SummaryView view;
  view.authority = page.authority;
  view.published = long_date(page.published);
  view.scored = page.scored;
  view.statements = static_cast<int>(page.lines.size());
  view.complete = page.percent.has_value();
  view.percent = page.percent.value_or(0);
  view.rating = page.rating;
  view.steps = page.steps;
  view.judged_rating = page.judged_rating;
  view.judged_reason = page.judged_reason;
  for (const publish::SummaryLine& line : page.lines) {
    if (view.themes.empty() || view.themes.back().name != line.theme_name) {
      view.themes.push_back({line.theme_name, {}});
    }
    view.themes.back().lines.push_back({line.statement, line.statement_name, line.score.has_value(),
                                        line.score.value_or(0), line.label, line.summary});
  }
  return view;
}

}  // namespace throughline::web::publishing
