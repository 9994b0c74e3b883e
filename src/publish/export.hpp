#pragma once

// Everything that a council holds, to take away: each table as CSV and as JSON, each document as it
// was uploaded, and what is published. What people said in their own words, and who they are, goes
// only when that is asked for; secrets never go. An export is an event in the history.
//
// data/export.csv says what is open, private or never exported. A table that it does not name is
// private, so that what is added later is not given away unseen.

#include "record/work.hpp"
#include "store/database.hpp"

#include <functional>
#include <string>
#include <vector>

namespace throughline::publish {

enum class ExportWords { left_out, included };

struct ExportedFile {
  std::string path;  // below the export's folder: "tables/cases.csv"
  std::string content;
};

struct ExportedTable {
  std::string name;
  std::int64_t rows = 0;
};

struct ExportSummary {
  std::vector<ExportedTable> tables;
  int documents = 0;
};

// Writes the export into the history. It comes first, so that the export holds its own event and
// none is made unseen.
void note_export(store::Writer& writer, const record::Work& work, ExportWords words);

// Gives each file to `keep`, one after another. Shape: tables/NAME.csv and tables/NAME.json (a list
// of objects), documents/REF-file name, published/PAGE.json, and last of all manifest.json.
[[nodiscard]] ExportSummary export_council(store::Reader& reader, const record::Work& work,
                                           ExportWords words,
                                           const std::function<void(const ExportedFile&)>& keep);

}  // namespace throughline::publish
