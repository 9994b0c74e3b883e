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
  const auto view = shown(report.figures, report.quarters, readers);
  for (const auto& line : view.totals) row("Numbers", line);
  for (const auto& line : view.timeliness) row("Timeliness", line);
  for (const auto& table : view.tables) {
    for (const auto& line : table.lines) row(table.title, line);
  }
  for (const auto& action : report.figures.actions) {
    csv.row({"Actions", action.title, action.status, action.verdict});
  }
  return out.str();
}

}  // namespace throughline::publish::report
