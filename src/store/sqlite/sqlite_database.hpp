#pragma once

// SQLite behind the one door: a file in WAL mode with one writer at a time and readers beside it,
// or ":memory:" with a single connection that takes turns.

#include "store/database.hpp"

#include <memory>
#include <string>

namespace throughline::store {

// Throws DatabaseError when the file cannot be opened or is not a database.
[[nodiscard]] std::unique_ptr<Database> open_sqlite(const std::string& path);

}  // namespace throughline::store
