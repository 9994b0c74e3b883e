#pragma once

// What may be sent to either database, so that both refuse the same things: text must be UTF-8
// without a NUL (PostgreSQL cannot hold one), and numbers must be finite.

#include "store/database.hpp"

namespace throughline::store {

// Throws DatabaseError, with the number of the parameter and what is wrong with it.
void check_parameters(const Values& parameters);

[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace throughline::store
