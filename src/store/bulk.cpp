#include "store/bulk.hpp"

#include "store/dialect.hpp"

#include <algorithm>
#include <bit>
#include <string>

namespace throughline::store {

namespace {

// PostgreSQL takes 65,535 parameters in a statement.
constexpr std::size_t most_rows = 256;
constexpr std::size_t most_parameters = 30'000;

std::string statement(std::string_view into, std::size_t rows, std::size_t columns,
                      std::string_view then) {
  std::string sql(into);
  sql += " values ";
  for (std::size_t row = 0; row < rows; ++row) {
    if (row > 0) sql += ", ";
    sql += placeholders(1 + row * columns, columns);
  }
  return sql.append(" ").append(then);
}

// Powers of two, so that rows in any number are few different statements to prepare.
std::size_t rows_at_once(Dialect dialect, std::size_t left, std::size_t columns) {
  // SQLite has no round trips to save, and looks for each parameter's name among all.
  if (dialect == Dialect::sqlite) return 1;
  return std::bit_floor(std::min({left, most_rows, most_parameters / columns}));
}

}  // namespace

void insert_rows(Writer& writer, std::string_view into, std::span<const Values> rows,
                 std::string_view then) {
  while (!rows.empty()) {
    const std::size_t columns = rows.front().size();
    const std::size_t count = rows_at_once(writer.dialect(), rows.size(), columns);
    Values parameters;
    parameters.reserve(count * columns);
    for (const Values& row : rows.first(count)) {
      if (row.size() != columns) throw DatabaseError("rows of different widths cannot be inserted");
      parameters.insert(parameters.end(), row.begin(), row.end());
    }
    writer.execute(statement(into, count, columns, then), parameters);
    rows = rows.subspan(count);
  }
}

}  // namespace throughline::store
