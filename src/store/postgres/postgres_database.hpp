#pragma once

// PostgreSQL behind the one door. Reads see one snapshot; writes too, and a write that met another
// write to the same rows is run again.

#include "store/database.hpp"

#include <memory>
#include <string>

namespace throughline::store {

// Throws DatabaseError when no server answers.
[[nodiscard]] std::unique_ptr<Database> open_postgres(const std::string& address);

}  // namespace throughline::store
