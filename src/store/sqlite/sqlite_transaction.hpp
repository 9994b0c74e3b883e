#pragma once

// Transactions on one SQLite connection.

#include "store/database.hpp"
#include "store/sqlite/sqlite_connection.hpp"

#include <functional>

namespace throughline::store {

void read_through(SqliteConnection& connection, const std::function<void(Reader&)>& work);

// Commits when `work` returns true; otherwise, and when it throws, rolls back. A statement that
// failed inside spoils the whole transaction, as on PostgreSQL.
void write_through(SqliteConnection& connection, const std::function<bool(Writer&)>& work);

}  // namespace throughline::store
