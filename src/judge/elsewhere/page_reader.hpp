#pragma once

// Finds the published pages in a saved file by their structure: a file may hold one page or a whole
// report. Reads headings, scores, commitments and parts; the sentences are read afterwards
// (statement_reader.hpp). Knows no council and no page by name.

#include "base/result.hpp"
#include "formats/blocks.hpp"
#include "judge/elsewhere/page.hpp"
#include "judge/framework.hpp"

#include <string>
#include <vector>

namespace throughline::judge::elsewhere {

struct PagesFound {
  std::vector<PublishedPage> pages;  // in the order of the file
  std::vector<base::Error> errors;   // pages that were begun and cannot be used
};

// Errors within: invalid, when a section has no key findings, or when nothing of the published
// shape is found (then saying what was looked for).
[[nodiscard]] PagesFound find_pages(const Framework& framework, const formats::Document& document);

}  // namespace throughline::judge::elsewhere
