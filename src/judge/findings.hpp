#pragma once

// Key findings: the text that will be published about a statement, under sub-headings, each
// paragraph with the evidence it rests on. A draft becomes approved when someone who may approve
// puts their name to exactly that text and score; any change after that shows.

#include <optional>
#include <string>
#include <vector>

namespace throughline::judge {

struct FindingParagraph {
  std::string words;
  std::vector<std::string> sources;  // refs of evidence, in order
  bool operator==(const FindingParagraph&) const = default;
};

struct FindingSection {
  std::string heading;  // may be empty
  std::vector<FindingParagraph> paragraphs;
  bool operator==(const FindingSection&) const = default;
};

enum class ApprovalState { draft, approved, changed_since };

struct Approval {
  int version = 0;
  std::string content_hash;
  std::string approved_at;
  std::string by_name;
};

struct Findings {
  std::string framework;
  std::string statement;
  int version = 0;      // 0: nothing has been written
  std::string summary;  // one or two sentences for the summary page
  std::vector<FindingSection> sections;
  std::string saved_at;
  std::string saved_by;
  std::string content_hash;  // of this text together with the standing score
  std::optional<Approval> approval;

  [[nodiscard]] ApprovalState state() const {
    if (!approval) return ApprovalState::draft;
    return approval->content_hash == content_hash ? ApprovalState::approved
                                                  : ApprovalState::changed_since;
  }
};

struct FindingsDraft {
  std::string statement;
  int from_version = 0;  // the version that the person started from
  std::string summary;
  std::vector<FindingSection> sections;
};

// "First.\n\nSecond." as paragraphs, and back. Line breaks inside a paragraph become spaces.
[[nodiscard]] std::vector<std::string> paragraphs_of(const std::string& text);
[[nodiscard]] std::string text_of(const FindingSection& section);

}  // namespace throughline::judge
