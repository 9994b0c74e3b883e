#pragma once

// Where people stand by name beside the cases: data/named.csv lists those tables. Each row is
// found, shown, taken out and erased with a person's cases (people.hpp).
//
// Shape: a table's first key column is the ref of the record that the row belongs to; what is done
// is an event of that record.

#include "hear/people/people.hpp"
#include "hear/people/personal_tables.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear {

struct NamedTable {
  std::string name;
  std::vector<std::string> keys;  // beside authority_id, the columns that tell rows apart
  std::string name_column;        // empty: the table holds no names
  std::string email_column;       // empty: it holds no addresses
  std::string what;
  Treatment erasure;
  Treatment pseudonymising;
  std::string why;  // why something stays

  [[nodiscard]] const Treatment& treatment(Way way) const {
    return way == Way::erase ? erasure : pseudonymising;
  }
};

// Errors: invalid, with the row and what is wrong with it.
[[nodiscard]] base::Result<std::vector<NamedTable>> read_named_tables(std::string_view csv);
// data/named.csv as this program was built with it. Throws when it cannot be read (a bug).
[[nodiscard]] const std::vector<NamedTable>& named_tables();

// Rows whose name holds all of the words, or whose address is the one given.
// Units: words and email are folded (text::folded).
[[nodiscard]] std::vector<NamedMatch> find_named(store::Reader& reader,
                                                 const std::string& authority_id,
                                                 const std::vector<std::string>& words,
                                                 const std::string& email, std::size_t most);

// Errors: not_found, when one of the rows is not there.
[[nodiscard]] base::Result<std::vector<NamedMatch>> read_named(store::Reader& reader,
                                                               const std::string& authority_id,
                                                               const std::vector<std::string>& ids);

// As data/named.csv says for the way; the rows must be there.
void erase_named(store::Writer& writer, const record::Work& work,
                 const std::vector<NamedMatch>& rows, Way way, const std::string& pseudonym);

}  // namespace throughline::hear
