#pragma once

// Brings a database to the schema this program needs. Migrations are forward-only, numbered from 1
// without a gap, one SQL text for both databases ("0001_record.sql"), or a pair where that is not
// possible ("0002_search.sqlite.sql", "0002_search.postgres.sql"). They are built into the program.

#include "base/clock.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace throughline::store {

struct Migration {
  int number = 0;
  std::string name;  // "record"
  std::string sql;
};

// Every migration of this program for a dialect, in order. Throws as check_numbers.
[[nodiscard]] std::vector<Migration> migrations(Dialect dialect);

// A number may be left out, so that work that is done side by side can be given numbers ahead.
// Throws std::logic_error unless they begin at 1 and rise.
void check_numbers(const std::vector<Migration>& all);

// Applies what is missing, each in its own transaction, and gives back what was applied.
// Errors: conflict, when the database was made by a newer program.
[[nodiscard]] base::Result<std::vector<Migration>> migrate(Database& database,
                                                           const base::Clock& clock);
// The same with a list of one's own; for tests of migrating itself.
[[nodiscard]] base::Result<std::vector<Migration>> migrate(Database& database,
                                                           const base::Clock& clock,
                                                           const std::vector<Migration>& known);

// The schema as text, sorted, for the committed snapshot.
[[nodiscard]] std::string schema_text(Database& database);

}  // namespace throughline::store
