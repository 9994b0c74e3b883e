#pragma once

// Rows as libpq sends them, as text with a type number, and as the product knows them.

#include "store/database.hpp"

struct pg_result;

namespace throughline::store {

// Whole numbers and booleans read as integers, other numbers as reals, everything else as text.
[[nodiscard]] Row postgres_row(const pg_result* result, int row);

}  // namespace throughline::store
