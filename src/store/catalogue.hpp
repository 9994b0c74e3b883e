#pragma once

// The tables of a database and their columns, as they are: for exports, which must drop nothing
// that a later migration adds.

#include "store/database.hpp"

#include <string>
#include <vector>

namespace throughline::store {

struct TableShape {
  std::string name;
  std::vector<std::string> columns;  // in the order of the table
};

// In order of name; without the database's own tables.
[[nodiscard]] std::vector<TableShape> tables(Reader& reader);

}  // namespace throughline::store
