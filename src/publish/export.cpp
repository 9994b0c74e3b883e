#include "publish/export.hpp"

#include "base/random.hpp"
#include "formats/csv.hpp"
#include "publish/export_rules.hpp"
#include "publish/publish.hpp"
#include "record/document.hpp"
#include "record/event.hpp"
#include "store/catalogue.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <sstream>

namespace throughline::publish {
namespace {

namespace json = boost::json;

json::value json_of(const store::Row& row, std::size_t column) {
  const store::Value& value = row.value(column);
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return json::value(*whole);
  if (const auto* real = std::get_if<double>(&value)) return json::value(*real);
  if (row.is_null(column)) return nullptr;
  return json::value(row.text(column));
}

std::string joined(const std::vector<std::string>& columns) {
  std::string text;
  for (const std::string& column : columns) text += (text.empty() ? "" : ", ") + column;
  return text;
}

class Export {
 public:
  Export(store::Reader& reader, const record::Work& work,
         const std::function<void(const ExportedFile&)>& keep)
      : reader_(reader), work_(work), keep_(keep) {}

  void add(const std::string& path, const std::string& content) {
    files_.push_back(
        {{"path", path}, {"bytes", content.size()}, {"sha256", base::sha256_hex(content)}});
    keep_({path, content});
  }

  ExportedTable add_table(const std::string& name, const std::vector<std::string>& columns) {
    std::ostringstream text;
    formats::CsvWriter csv(text, formats::CsvFor::programs);
    csv.row(columns);
    std::string list = "[";
    ExportedTable table{name, 0};
    const std::string sql = "select " + joined(columns) + " from " + name +
                            " where authority_id = $1 order by " + joined(columns);
    reader_.for_each(sql, {work_.authority_id}, [&](const store::Row& row) {
      std::vector<std::string> cells;
      json::object object;
      for (std::size_t at = 0; at < columns.size(); ++at) {
        cells.push_back(row.text(at));
        object[columns[at]] = json_of(row, at);
      }
      csv.row(cells);
      list += (table.rows++ == 0 ? "\n" : ",\n") + json::serialize(object);
    });
    add("tables/" + name + ".csv", text.str());
    add("tables/" + name + ".json", list + "\n]\n");
    return table;
  }

  int add_documents() {
    int count = 0;
    for (const record::Document& document : record::documents(reader_, work_.authority_id)) {
      add("documents/" + document.ref + "-" + document.file_name,
          record::document_bytes(reader_, work_.authority_id, document));
      ++count;
    }
    return count;
  }

  void add_manifest(ExportWords words) {
    add("manifest.json", json::serialize(json::object{{"authority", work_.authority_id},
                                                      {"exported_at", base::to_text(work_.now)},
                                                      {"exported_by", work_.actor.name},
                                                      {"words", words == ExportWords::included},
                                                      {"files", files_}}) +
                             "\n");
  }

 private:
  store::Reader& reader_;
  const record::Work& work_;
  const std::function<void(const ExportedFile&)>& keep_;
  json::array files_;
};

void add_published(store::Reader& reader, const std::string& authority_id, Export& all) {
  const auto standing = standing_publication(reader, authority_id);
  if (!standing) return;
  const SummaryPage summary = published_summary(reader, authority_id, standing->ref);
  all.add("published/summary.json", to_json(summary) + "\n");
  for (const SummaryLine& line : summary.lines) {
    const auto page = published_statement(reader, authority_id, standing->ref, line.statement);
    if (page) all.add("published/" + line.statement + ".json", to_json(*page) + "\n");
  }
}

}  // namespace

void note_export(store::Writer& writer, const record::Work& work, ExportWords words) {
  record::append_event(writer, work, "export", "exported",
                       {{"words", words == ExportWords::included ? "included" : "left out"}});
}

ExportSummary export_council(store::Reader& reader, const record::Work& work, ExportWords words,
                             const std::function<void(const ExportedFile&)>& keep) {
  const ExportRules rules = built_in_export_rules();
  Export all(reader, work, keep);
  ExportSummary summary;
  for (const store::TableShape& table : store::tables(reader)) {
    if (std::ranges::find(table.columns, "authority_id") == table.columns.end()) continue;
    const auto columns = rules.columns(table, words);
    if (!columns.empty()) summary.tables.push_back(all.add_table(table.name, columns));
  }
  summary.documents = all.add_documents();
  add_published(reader, work.authority_id, all);
  all.add_manifest(words);
  return summary;
}

}  // namespace throughline::publish
