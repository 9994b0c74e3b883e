#pragma once

// Full-text search, one facility for every noun: each stage puts the words of its records in, under
// a kind ("case", "section", "statement") of its own, and searches inside one council and one kind.
// Derived: `throughline rebuild` fills it anew. It refuses to look across councils.

#include "store/database.hpp"
#include "store/excerpt.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::store {

// Makes `words` what is searched for this record, in place of what was. Text after the first
// 400,000 bytes is not searched.
void put_text(Writer& writer, const std::string& authority_id, const std::string& kind,
              const std::string& ref, const std::string& words);
// The same for many records, for imports. Shape: ref and words; no ref twice.
void put_texts(Writer& writer, const std::string& authority_id, const std::string& kind,
               const std::vector<std::pair<std::string, std::string>>& texts);
// Takes the record out of the index; nothing when it was not there.
void remove_text(Writer& writer, const std::string& authority_id, const std::string& kind,
                 const std::string& ref);

// Takes every record of the council out of the index, to fill it anew.
void remove_texts(Writer& writer, const std::string& authority_id);

// A search as a condition inside other SQL. The parameter holds council, kind and words together:
//   if (const auto sought = search_parameter(reader.dialect(), authority_id, "case", typed)) {
//     parameters.push_back(*sought);
//     sql += " and " + search_condition(reader.dialect(), "cases.ref", parameters.size());
//   }
// Nothing when there is no word to look for.
[[nodiscard]] std::optional<std::string> search_parameter(Dialect dialect,
                                                          std::string_view authority_id,
                                                          std::string_view kind,
                                                          std::string_view typed);
// "cases.ref in (select ...)": true for records of that council and kind that match $parameter.
[[nodiscard]] std::string search_condition(Dialect dialect, std::string_view ref_column,
                                           std::size_t parameter);

// For each of `refs` that matches, the part of its words around the matches. Refs that do not match
// are absent. One query, however many refs.
[[nodiscard]] std::map<std::string, Excerpt> highlights(Reader& reader,
                                                        const std::string& authority_id,
                                                        const std::string& kind,
                                                        const std::vector<std::string>& refs,
                                                        std::string_view typed);

}  // namespace throughline::store
