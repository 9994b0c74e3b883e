#include "formats/csv.hpp"
#include "publish/report/complaints_report.hpp"
#include "publish/report/shown.hpp"

#include <sstream>

namespace throughline::publish::report {

std::string to_csv(const Report& report, bool for_everyone) {
  const auto readers = for_everyone ? Readers::everyone : Readers::staff;
  std::ostringstream out;
  formats::CsvWriter csv(out, formats::CsvFor::spreadsheets);
  const auto row = [&](const std::string& part, const ShownLine& line) {
    csv.row({part, line.name, line.now, line.before});
  };
  csv.row({"part", "name", report.period.name(), report.period.year_before().name()});
  for (const auto& line : shown_totals(report.figures, readers)) row("Numbers", line);
  for (const auto& part : report.figures.timeliness) row("Timeliness", shown(part, readers));
  for (const auto& table : report.figures.tables) {
    const auto view = shown(table, readers);
    for (const auto& line : view.lines) row(view.title, line);
  }
  for (const auto& action : report.figures.actions) {
    csv.row({"Actions", action.title, action.status, action.verdict});
  }
  return out.str();
}

}  // namespace throughline::publish::report
