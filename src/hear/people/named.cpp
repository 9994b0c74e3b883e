#include "hear/people/named.hpp"

#include "formats/csv.hpp"
#include "record/data.hpp"
#include "text/characters.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>

namespace throughline::hear {
namespace {

std::vector<std::string> columns_of(const std::string& text) {
  std::istringstream words(text);
  std::vector<std::string> columns;
  for (std::string column; words >> column;) columns.push_back(column);
  return columns;
}

// A column, or nothing where the table has none: "name", "''".
std::string or_nothing(const std::string& column) {
  return column.empty() ? "''" : column;
}

std::string select(const NamedTable& table) {
  std::string sql =
      "select " + or_nothing(table.name_column) + ", " + or_nothing(table.email_column);
  for (const auto& key : table.keys) sql += ", " + key;
  return sql + " from " + table.name + " where authority_id = $1";
}

NamedMatch match_of(const NamedTable& table, const store::Row& row) {
  NamedMatch match;
  match.id = table.name;
  match.name = row.text(0);
  match.email = row.text(1);
  match.what = table.what;
  for (std::size_t at = 0; at < table.keys.size(); ++at) {
    match.keys.push_back(row.text(2 + at));
    match.id += "|" + match.keys.back();
  }
  match.record = match.keys.front();
  return match;
}

bool fits(const NamedMatch& match, const std::vector<std::string>& words,
          const std::string& email) {
  if (!email.empty()) return text::folded(match.email) == email;
  if (words.empty()) return false;
  std::set<std::string> name;
  for (const auto& token : text::tokens_of(text::folded(match.name))) name.insert(token.folded);
  return std::ranges::all_of(words, [&](const auto& word) { return name.contains(word); });
}

// The condition that finds one row, its values after the authority.
std::string where(const NamedTable& table, std::size_t first) {
  std::string sql;
  for (std::size_t at = 0; at < table.keys.size(); ++at) {
    sql += " and " + table.keys[at] + " = $" + std::to_string(first + at);
  }
  return sql;
}

const NamedTable* table_of(std::string_view id) {
  const auto name = id.substr(0, id.find('|'));
  const auto found = std::ranges::find(named_tables(), name, &NamedTable::name);
  return found == named_tables().end() ? nullptr : &*found;
}

// What follows the table's name; the last key may itself hold the mark.
std::vector<std::string> keys_of(const NamedTable& table, std::string_view id) {
  std::vector<std::string> keys;
  auto left = id.substr(table.name.size());
  while (!left.empty() && keys.size() < table.keys.size()) {
    left.remove_prefix(1);
    const bool last = keys.size() + 1 == table.keys.size();
    const auto ends = last ? left.size() : std::min(left.find('|'), left.size());
    keys.emplace_back(left.substr(0, ends));
    left.remove_prefix(ends);
  }
  return keys;
}

}  // namespace

base::Result<std::vector<NamedTable>> read_named_tables(std::string_view csv) {
  const auto table = formats::read_csv(csv);
  if (!table) return tl::make_unexpected(table.error());
  std::vector<NamedTable> tables;
  for (const auto& row : table->rows) {
    NamedTable read{row.field(0),
                    columns_of(row.field(1)),
                    row.field(2),
                    row.field(3),
                    row.field(4),
                    treatment_of(row.field(5)),
                    treatment_of(row.field(6)),
                    row.field(7)};
    const auto sound = [](const Treatment& treatment) {
      return is_sound(treatment) && treatment.verb != "redact";
    };
    if (read.keys.empty() || !sound(read.erasure) || !sound(read.pseudonymising)) {
      return base::refuse({{"erasure",
                            "Say which columns tell rows apart, and keep, delete, blank COLUMN "
                            "or pseudonym",
                            row.line}});
    }
    tables.push_back(std::move(read));
  }
  return tables;
}

const std::vector<NamedTable>& named_tables() {
  static const std::vector<NamedTable> tables = [] {
    auto read = read_named_tables(base::embedded_file(record::embedded_data(), "named.csv"));
    if (!read) throw std::logic_error("data/named.csv: " + read.error().message);
    return *std::move(read);
  }();
  return tables;
}

std::vector<NamedMatch> find_named(store::Reader& reader, const std::string& authority_id,
                                   const std::vector<std::string>& words, const std::string& email,
                                   std::size_t most) {
  std::vector<NamedMatch> found;
  for (const auto& table : named_tables()) {
    reader.for_each(select(table), {authority_id}, [&](const store::Row& row) {
      if (found.size() == most) return;
      auto match = match_of(table, row);
      if (fits(match, words, email)) found.push_back(std::move(match));
    });
  }
  std::ranges::sort(found, {}, &NamedMatch::id);
  return found;
}

base::Result<std::vector<NamedMatch>> read_named(store::Reader& reader,
                                                 const std::string& authority_id,
                                                 const std::vector<std::string>& ids) {
  std::vector<NamedMatch> rows;
  for (const auto& id : ids) {
    const auto* table = table_of(id);
    store::Values values{authority_id};
    if (table != nullptr) {
      for (const auto& key : keys_of(*table, id)) values.emplace_back(key);
    }
    std::optional<NamedMatch> found;
    if (table != nullptr && values.size() == table->keys.size() + 1) {
      for (const auto& row : reader.rows(select(*table) + where(*table, 2), values)) {
        found = match_of(*table, row);
      }
    }
    if (!found) {
      return base::refuse(base::ErrorKind::not_found,
                          "What you chose is not held any more. Look for the person again");
    }
    rows.push_back(*std::move(found));
  }
  return rows;
}

void erase_named(store::Writer& writer, const record::Work& work,
                 const std::vector<NamedMatch>& rows, Way way, const std::string& pseudonym) {
  for (const auto& row : rows) {
    const auto& table = *table_of(row.id);
    const auto& treatment = table.treatment(way);
    store::Values values{work.authority_id};
    for (const auto& key : row.keys) values.emplace_back(key);
    if (treatment.verb == "delete") {
      writer.execute("delete from " + table.name + " where authority_id = $1" + where(table, 2),
                     values);
      continue;
    }
    auto blanked = treatment.columns;
    if (treatment.verb == "pseudonym" && !table.email_column.empty()) {
      blanked.push_back(table.email_column);
    }
    for (const auto& column : blanked) {
      writer.execute("update " + table.name + " set " + column + " = '' where authority_id = $1" +
                         where(table, 2),
                     values);
    }
    if (treatment.verb == "pseudonym") {
      auto renamed = values;
      renamed.emplace_back(pseudonym);
      writer.execute("update " + table.name + " set " + table.name_column + " = $" +
                         std::to_string(renamed.size()) + " where authority_id = $1" +
                         where(table, 2),
                     renamed);
    }
  }
}

}  // namespace throughline::hear
