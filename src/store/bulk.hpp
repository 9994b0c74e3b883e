#pragma once

// Many rows of one table in few round trips, for imports. It does no more than insert: what a row
// means, and whether it may be there twice, is for the caller to say.

#include "store/database.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace throughline::store {

// "insert into T (a, b, c)", rows of three values each, and what follows the values ("on conflict
// do nothing"); nothing when there are no rows. On PostgreSQL many rows are one statement, so that
// `do update` must not meet the same key twice in one call.
void insert_rows(Writer& writer, std::string_view into, std::span<const Values> rows,
                 std::string_view then = {});

}  // namespace throughline::store
