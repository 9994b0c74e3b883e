#pragma once

// Which columns of which tables are exported: data/export.csv.

#include "publish/export.hpp"
#include "store/catalogue.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::publish {

enum class ExportRule { open, for_words, never };

class ExportRules {
 public:
  // Errors: invalid, with the row and what is wrong with it.
  [[nodiscard]] static base::Result<ExportRules> read(std::string_view csv);
  // A column's own rule, else its table's, else private.
  [[nodiscard]] ExportRule rule(const std::string& table, const std::string& column) const;
  [[nodiscard]] bool knows(const std::string& table) const { return rules_.contains({table, "*"}); }
  // The columns that go; none when the table stays.
  [[nodiscard]] std::vector<std::string> columns(const store::TableShape& table,
                                                 ExportWords words) const;

 private:
  std::map<std::pair<std::string, std::string>, ExportRule> rules_;
};

// Throws when data/export.csv cannot be read (a bug).
[[nodiscard]] ExportRules built_in_export_rules();

}  // namespace throughline::publish
