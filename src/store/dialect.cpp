#include "store/dialect.hpp"

#include "store/typed_words.hpp"

#include <algorithm>

namespace throughline::store {

namespace {

std::string phrase(const std::vector<std::string>& words, char quote) {
  std::string text(1, quote);
  for (const std::string& word : words) {
    if (text.size() > 1) text += ' ';
    text += word;
  }
  return text + quote;
}

}  // namespace

std::string search_query(Dialect dialect, std::string_view typed) {
  const bool sqlite = dialect == Dialect::sqlite;
  std::string query;
  for (const Sought& sought : typed_words(typed)) {
    if (!query.empty()) query += sqlite ? " AND " : " & ";
    query += phrase(sought.words, sqlite ? '"' : '\'');
    if (sought.by_beginning) query += sqlite ? " *" : ":*";
  }
  return query;
}

std::string placeholders(std::size_t first, std::size_t count) {
  if (count == 0) throw DatabaseError("a list of parameters cannot be empty");
  std::string list = "(";
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) list += ", ";
    list += "$" + std::to_string(first + i);
  }
  return list + ")";
}

std::string like_anywhere(std::string_view typed) {
  std::string pattern = "%";
  for (const char c : typed) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    // ASCII only, as SQLite's lower() has it.
    pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return pattern + "%";
}

}  // namespace throughline::store
