#include "formats/csv.hpp"
#include "publish/local_account/content.hpp"

#include <sstream>

namespace throughline::publish::local_account {

std::string to_csv(const Content& content) {
  std::ostringstream out;
  formats::CsvWriter csv(out, formats::CsvFor::spreadsheets);
  csv.row({"chapter", "table", "name", "column", "value"});
  for (const auto& chapter : content.chapters) {
    if (chapter.left_out) continue;
    const auto* known = chapter_from_text(chapter.chapter);
    const auto title = known ? std::string(title_of(*known)) : chapter.chapter;
    for (const auto& table : chapter.found.tables) {
      for (const auto& row : table.rows) {
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
          csv.row({title, table.title, row.name, table.columns[at], row.cells.at(at)});
        }
      }
    }
  }
  return out.str();
}

}  // namespace throughline::publish::local_account
