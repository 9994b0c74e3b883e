#include "web/publish/report/report_paper.hpp"

#include "publish/convert.hpp"
#include "record/data.hpp"
#include "templates/described.hpp"
#include "templates/value.hpp"
#include "web/publish/report/report_view.hpp"

namespace throughline::web {
namespace {

using publish::report::Readers;
using publish::report::Report;

struct ReportPaperView {
  ReportView report;
  bool word = false;
  templates::Value sheet;
};
BOOST_DESCRIBE_STRUCT(ReportPaperView, (), (report, word, sheet))

base::Result<std::string> converted(publish::Converter converter, const Report& report,
                                    Readers readers, PaperFor paper) {
  return publish::convert(converter, report_paper(report, readers, paper), report.as_at);
}

}  // namespace

std::string report_paper(const Report& report, Readers readers, PaperFor paper) {
  const auto data = record::embedded_data();
  const auto css = std::string(base::embedded_file(data, "paper.css")) +
                   std::string(base::embedded_file(data, "report.css"));
  const ReportPaperView view{report_view(report, readers), paper == PaperFor::word,
                             templates::Value::safe("<style>\n" + css + "</style>")};
  return templates::render("publish/report/paper.html", templates::to_value(view));
}

base::Result<ReportFile> report_file(const Report& report, Readers readers,
                                     const std::string& ending) {
  ReportFile file;
  file.name = "complaints-" + report.period.key() +
              (readers == Readers::everyone ? "-public." : ".") + ending;
  if (ending == "html") {
    file.type = "text/html; charset=utf-8";
    file.content = report_paper(report, readers, PaperFor::print);
    return file;
  }
  if (ending == "csv") {
    file.type = "text/csv; charset=utf-8";
    file.content = publish::report::to_csv(report, readers == Readers::everyone);
    return file;
  }
  if (ending != "pdf" && ending != "docx") {
    return base::refuse(base::ErrorKind::not_found, "There is no such download");
  }
  const bool is_pdf = ending == "pdf";
  const auto converter = is_pdf ? publish::Converter::pdf : publish::Converter::docx;
  auto made = converted(converter, report, readers, is_pdf ? PaperFor::print : PaperFor::word);
  if (!made) return tl::make_unexpected(made.error());
  file.type = publish::content_type(converter);
  file.content = std::move(*made);
  return file;
}

}  // namespace throughline::web
