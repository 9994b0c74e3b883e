#include "publish/export_rules.hpp"

#include "formats/csv.hpp"
#include "record/data.hpp"

#include <stdexcept>

namespace throughline::publish {

base::Result<ExportRules> ExportRules::read(std::string_view csv) {
  const auto table = formats::read_csv(csv);
  if (!table) return tl::make_unexpected(table.error());
  ExportRules rules;
  for (const formats::CsvRow& row : table->rows) {
    const std::string& word = row.field(2);
    if (word != "open" && word != "private" && word != "never") {
      return base::refuse({{"rule", "The rule must be open, private or never", row.line}});
    }
    rules.rules_[{row.field(0), row.field(1)}] = word == "open"      ? ExportRule::open
                                                 : word == "private" ? ExportRule::for_words
                                                                     : ExportRule::never;
  }
  return rules;
}

ExportRule ExportRules::rule(const std::string& table, const std::string& column) const {
  for (const std::string& name : {column, std::string("*")}) {
    const auto found = rules_.find({table, name});
    if (found != rules_.end()) return found->second;
  }
  return ExportRule::for_words;
}

std::vector<std::string> ExportRules::columns(const store::TableShape& table,
                                              ExportWords words) const {
  std::vector<std::string> chosen;
  bool any = false;
  for (const std::string& column : table.columns) {
    const ExportRule found = rule(table.name, column);
    if (found == ExportRule::never) continue;
    if (found == ExportRule::for_words && words == ExportWords::left_out) continue;
    chosen.push_back(column);
    any = any || column != "authority_id";
  }
  return any ? chosen : std::vector<std::string>{};
}

ExportRules built_in_export_rules() {
  auto rules = ExportRules::read(base::embedded_file(record::embedded_data(), "export.csv"));
  if (!rules) throw std::logic_error("data/export.csv: " + rules.error().message);
  return std::move(*rules);
}

}  // namespace throughline::publish
