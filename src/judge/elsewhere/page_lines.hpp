#pragma once

// The lines of a saved page, each recognised by its wording: titles, statements, scores, the fixed
// headings of the published shape, and what belongs to the website rather than to the page.

#include "formats/blocks.hpp"
#include "judge/framework.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::judge::elsewhere {

enum class LineKind {
  prose,        // anything else
  title,        // "X: local authority assessment"
  statement,    // the name of a quality statement
  score,        // "Score: 2", "Indicative score: 2"
  level,        // "2 - Evidence shows some shortfalls"
  scored,       // a statement and its score in one line
  theme,        // "Theme 4: Leadership"
  expectation,  // "What people expect"
  commitment,   // "The local authority commitment"
  findings,     // "Key findings for this quality statement"
  published,    // "Published: 17 May 2024", "Assessment published: ..."
  summary,      // a fixed heading of the summary page
  about,        // a fixed heading of the landing page
  downloads,    // "Downloads"
  noise,        // of the website
  end,          // what stands below every page: copyright, feedback
};

struct Line {
  LineKind kind = LineKind::prose;
  formats::BlockKind block = formats::BlockKind::line;
  std::string text;
  const Statement* statement = nullptr;  // of a statement or scored line
  std::optional<int> score;              // of a score, level or scored line
  bool indicative = false;
};

using Lines = std::vector<Line>;

// Recognises every block. A score on the line below "Score:" is brought up.
[[nodiscard]] Lines recognise(const Framework& framework,
                              const std::vector<formats::Block>& blocks);

// "Wexcombe County Council" from "Wexcombe County Council: local authority assessment"; empty when
// the text is no title.
[[nodiscard]] std::string authority_in_title(std::string_view text);
// A line that is nothing but a council's name.
[[nodiscard]] bool is_authority_name(std::string_view text);
// "2024-05-17" from "Published: 17 May 2024"; empty when there is no date.
[[nodiscard]] std::string date_in(std::string_view text);

}  // namespace throughline::judge::elsewhere
