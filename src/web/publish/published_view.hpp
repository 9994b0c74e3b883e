#pragma once

// The assessment as pages show it, published or previewed. Include in a page's .cpp only.

#include "publish/assessment_page.hpp"
#include "templates/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::web::publishing {

struct ParagraphView {
  std::string words;
  std::string basis;  // "Based on 12 feedback cases ..."; empty when nothing is named
};
BOOST_DESCRIBE_STRUCT(ParagraphView, (), (words, basis))

struct SectionView {
  std::string heading;
  std::vector<ParagraphView> paragraphs;
};
BOOST_DESCRIBE_STRUCT(SectionView, (), (heading, paragraphs))

struct VoiceCountView {
  std::string label;
  int supporting = 0;
  int contrary = 0;
};
BOOST_DESCRIBE_STRUCT(VoiceCountView, (), (label, supporting, contrary))

struct RecordCountView {
  std::string label;
  int count = 0;
};
BOOST_DESCRIBE_STRUCT(RecordCountView, (), (label, count))

struct StatementView {
  std::string authority;
  std::string published;  // "2 March 2026"; empty in a preview
  std::string statement;
  std::string statement_name;
  std::string theme_name;
  int score = 0;
  std::string label;
  std::string commitment;
  std::vector<std::string> expectations;
  std::vector<SectionView> sections;
  std::vector<VoiceCountView> voices;
  std::vector<RecordCountView> records;
  templates::Value sheet;  // only on paper: the style sheet
};
BOOST_DESCRIBE_STRUCT(StatementView, (),
                      (authority, published, statement, statement_name, theme_name, score, label,
                       commitment, expectations, sections, voices, records, sheet))

struct LineView {
  std::string statement;
  std::string statement_name;
  bool scored = false;
  int score = 0;
  std::string label;
  std::string summary;
};
BOOST_DESCRIBE_STRUCT(LineView, (), (statement, statement_name, scored, score, label, summary))

struct ThemeView {
  std::string name;
  std::vector<LineView> lines;
};
BOOST_DESCRIBE_STRUCT(ThemeView, (), (name, lines))

struct SummaryView {
  std::string authority;
  std::string published;
  int scored = 0;
  int statements = 0;
  bool complete = false;
  int percent = 0;
  std::string rating;
  std::vector<std::string> steps;
  std::string judged_rating;
  std::string judged_reason;
  std::vector<ThemeView> themes;
  templates::Value sheet;
};
BOOST_DESCRIBE_STRUCT(SummaryView, (),
                      (authority, published, scored, statements, complete, percent, rating, steps,
                       judged_rating, judged_reason, themes, sheet))

[[nodiscard]] StatementView statement_view(const publish::StatementPage& page);
[[nodiscard]] SummaryView summary_view(const publish::SummaryPage& page);

}  // namespace throughline::web::publishing
