#pragma once

// A report of complaints as a page of its own: what is downloaded, turned into PDF and Word, and
// written by `throughline report complaints`.

#include "publish/report/complaints_report.hpp"
#include "publish/report/shown.hpp"
#include "web/paper_for.hpp"

#include <string>

namespace throughline::web {

[[nodiscard]] std::string report_paper(const publish::report::Report& report,
                                       publish::report::Readers readers, PaperFor paper);

// The file of one ending: html, pdf, docx or csv.
// Errors: not_found, for any other ending; unsupported, when it cannot be made on this server.
struct ReportFile {
  std::string content;
  std::string type;
  std::string name;  // "complaints-2025-q2.pdf"
};
[[nodiscard]] base::Result<ReportFile> report_file(const publish::report::Report& report,
                                                   publish::report::Readers readers,
                                                   const std::string& ending);

}  // namespace throughline::web
