#pragma once

// The few places where one SQL text does not serve both databases.

#include <string>
#include <string_view>

#include "store/database.hpp"

namespace throughline::store {

// What a person typed into a search box, as the engine's own query: every word must occur, words
// are matched by their beginning, quotes make a phrase, nothing typed is an operator. Empty when
// there is no word to look for.
[[nodiscard]] std::string search_query(Dialect dialect, std::string_view typed);

}  // namespace throughline::store
