#pragma once

// The council's own assessment as it is published: one page for each quality statement and a
// summary, in the shape that published local authority assessments have, so that it can be read,
// compared and read back (`throughline read`). It is the council's judgement of itself and says so.
//
// Only what is meant for the public: no words of a case, no name, no ref. What a claim rests on is
// given as kinds and counts.

#include <optional>
#include <string>
#include <vector>

namespace throughline::publish {

// "12 feedback cases", "2 measures".
struct BasisCount {
  std::string kind;   // "case"
  std::string label;  // "feedback cases"
  int count = 0;
};

struct VoiceCount {
  std::string voice;  // "people"
  std::string label;  // "People who draw on care"
  int supporting = 0;
  int contrary = 0;
};

struct Basis {
  std::vector<VoiceCount> voices;
  std::vector<BasisCount> records;  // distinct records behind the evidence
  // "12 feedback cases and 1 measure; people who draw on care and staff". Empty without evidence.
  [[nodiscard]] std::string sentence() const;
};

struct PageParagraph {
  std::string words;
  Basis basis;
};

struct PageSection {
  std::string heading;  // may be empty
  std::vector<PageParagraph> paragraphs;
};

struct StatementPage {
  std::string authority;
  std::string published;  // date; empty in a preview
  std::string statement;  // key
  std::string statement_name;
  std::string theme_name;
  int score = 0;
  std::string label;  // "Evidence shows some shortfalls"
  std::string commitment;
  std::vector<std::string> expectations;
  std::string summary;
  std::vector<PageSection> sections;
  Basis basis;
};

struct SummaryLine {
  std::string statement;
  std::string statement_name;
  std::string theme_name;
  std::optional<int> score;  // none: not scored, or not ready to publish
  std::string label;
  std::string summary;
};

struct SummaryPage {
  std::string authority;
  std::string published;
  int scored = 0;
  int sum = 0;
  std::optional<int> percent;
  std::string rating;              // worked out; empty while incomplete
  std::vector<std::string> steps;  // how it was worked out
  std::string judged_rating;       // a professional judgement beside it; empty when none
  std::string judged_reason;
  std::vector<SummaryLine> lines;  // every statement, in the order of the framework
};

struct AssessmentPages {
  SummaryPage summary;
  std::vector<StatementPage> statements;
};

// JSON with the field names of `throughline read --json`, and what only we can say beside them.
[[nodiscard]] std::string to_json(const StatementPage& page);
[[nodiscard]] std::string to_json(const SummaryPage& page);
// Throws when it is not what to_json wrote (a damaged database).
[[nodiscard]] StatementPage statement_page_from_json(const std::string& json);
[[nodiscard]] SummaryPage summary_page_from_json(const std::string& json);

}  // namespace throughline::publish
