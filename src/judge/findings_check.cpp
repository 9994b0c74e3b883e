#include "judge/findings_check.hpp"

#include "hear/redaction/travel.hpp"
#include "judge/checks.hpp"

#include <algorithm>

namespace throughline::judge {
namespace {

constexpr std::size_t most_sections = 20;
constexpr std::size_t most_heading_characters = 120;

std::string field(const char* name, std::size_t section) {
  return std::string(name) + "-" + std::to_string(section + 1);
}

// What the cases behind the evidence of a paragraph say, or who says it, is not published by it.
void check_travel(Checks& checks, store::Reader& reader, const std::string& authority_id,
                  const std::string& in_field, const FindingParagraph& paragraph) {
  std::vector<std::string> cases;
  for (const std::string& ref : paragraph.sources) {
    const auto evidence = find_evidence(reader, authority_id, ref);
    if (!evidence) continue;
    for (const record::Node& source : evidence->sources) cases.push_back(source.ref);
  }
  for (std::string& problem :
       hear::problems_with_travel(reader, authority_id, cases, paragraph.words)) {
    checks.problem(in_field, std::move(problem));
  }
}

// Headings that a reader of the published page would take for a part of its frame.
bool is_frame_line(const std::string& heading) {
  static const std::vector<std::string> frame = {"downloads", "the local authority commitment",
                                                 "what people expect",
                                                 "key findings for this quality statement"};
  std::string lower = heading;
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
  return std::ranges::find(frame, lower) != frame.end() || lower.starts_with("score:");
}

}  // namespace

base::Result<Findings> read_findings_draft(store::Reader& reader, const record::Work& work,
                                           const Framework& framework, const FindingsDraft& draft) {
  Checks checks;
  Findings read;
  read.framework = framework.id;
  read.statement = draft.statement;
  read.summary = trimmed(draft.summary);
  std::ranges::replace(read.summary, '\n', ' ');
  checks.text("summary", "the summary", read.summary, 0, most_sentence_characters);
  for (std::size_t at = 0; at < draft.sections.size(); ++at) {
    const FindingSection& given = draft.sections[at];
    FindingSection section;
    section.heading = trimmed(given.heading);
    std::ranges::replace(section.heading, '\n', ' ');
    checks.text(field("heading", at), "the heading", section.heading, 0, most_heading_characters);
    if (is_frame_line(section.heading)) {
      checks.problem(field("heading", at),
                     "Choose another heading: every published page already has one like this");
    }
    for (const FindingParagraph& paragraph : given.paragraphs) {
      FindingParagraph kept{trimmed(paragraph.words), {}};
      std::ranges::replace(kept.words, '\n', ' ');
      if (kept.words.empty()) continue;
      checks.text(field("paragraphs", at), "each paragraph", kept.words, 1, most_text_characters);
      for (const std::string& ref : paragraph.sources) {
        const auto evidence = find_evidence(reader, work.authority_id, ref);
        if (!evidence || evidence->statement != draft.statement) {
          checks.problem(field("sources", at), ref + " is not evidence of this statement");
        } else if (std::ranges::find(kept.sources, ref) == kept.sources.end()) {
          kept.sources.push_back(ref);
        }
      }
      check_travel(checks, reader, work.authority_id, field("paragraphs", at), kept);
      section.paragraphs.push_back(std::move(kept));
    }
    if (section.heading.empty() && section.paragraphs.empty()) continue;
    if (section.paragraphs.empty()) {
      checks.problem(field("paragraphs", at),
                     "Write a paragraph under this heading, or take it out");
    }
    if (section.heading.empty() && !read.sections.empty()) {
      checks.problem(field("heading", at),
                     "Give this section a heading; only the first may have none");
    }
    read.sections.push_back(std::move(section));
  }
  if (read.sections.empty()) checks.problem("paragraphs-1", "Write at least one paragraph");
  if (read.sections.size() > most_sections) {
    checks.problem(field("heading", most_sections), "Use 20 sections or fewer");
  }
  if (!checks.fine()) return base::refuse(checks.take());
  return read;
}

}  // namespace throughline::judge
