#pragma once

// The few places where one SQL text does not serve both databases, and the small pieces of SQL that
// every stage would otherwise write again. What is portable is listed in docs/database.md.

#include "store/database.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace throughline::store {

// What a person typed into a search box, as the engine's own query. Every word must occur; words
// are matched by their English stem, the last one also by its beginning; quotes make a phrase;
// nothing typed is an operator. Empty when there is no word to look for.
[[nodiscard]] std::string search_query(Dialect dialect, std::string_view typed);

// "($3, $4, $5)" for placeholders(3, 3): the list after `in`. Throws when `count` is 0: an empty
// list is no SQL.
[[nodiscard]] std::string placeholders(std::size_t first, std::size_t count);

// The parameter for `lower(x) like $1 escape '!'` that finds `typed` anywhere, taken literally.
[[nodiscard]] std::string like_anywhere(std::string_view typed);

}  // namespace throughline::store
