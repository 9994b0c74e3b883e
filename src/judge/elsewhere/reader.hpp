#pragma once

// Reads a saved file of published assessment pages, text or HTML, into structure and evidence
// statements. The front of this folder: `throughline read` and the library call nothing else.

#include "judge/elsewhere/page_reader.hpp"
#include "judge/elsewhere/reading_rules.hpp"
#include "judge/framework.hpp"

#include <string_view>

namespace throughline::judge::elsewhere {

class Reader {
 public:
  Reader(Framework framework, ReadingRules rules);
  // With the framework and the rules that come with the program.
  [[nodiscard]] static Reader built_in();

  // The pages of one file, their sentences read, and the errors of those that cannot be used.
  // Errors within: unsupported for PDF and other binary files, too_large above 5 MB, invalid for
  // an empty file, a page that is cut off and a file that is no assessment.
  [[nodiscard]] PagesFound read(std::string_view bytes) const;

  // The statements of text that is known to be key findings.
  [[nodiscard]] std::vector<EvidenceStatement> statements(const std::vector<PagePart>& parts,
                                                          const std::string& statement) const;

  // Every topic that a statement can have.
  [[nodiscard]] std::vector<std::string> topics() const;

  [[nodiscard]] const Framework& framework() const { return framework_; }

 private:
  Framework framework_;
  ReadingRules rules_;
};

// A whole report is a tenth of this.
inline constexpr std::size_t largest_file = 5'000'000;
[[nodiscard]] base::Error too_large();

}  // namespace throughline::judge::elsewhere
