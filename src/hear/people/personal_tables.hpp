#pragma once

// Which tables hold a person's data, and what an erasure does to each: data/personal.csv.

#include "base/result.hpp"
#include "hear/people/people.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear {

// keep; delete; blank COLUMN...; redact; pseudonym.
struct Treatment {
  std::string verb;
  std::vector<std::string> columns;
};

[[nodiscard]] Treatment treatment_of(const std::string& text);  // "blank words"
[[nodiscard]] bool is_sound(const Treatment& treatment);

struct PersonalTable {
  std::string name;
  std::string key;  // the column that holds the ref of the case
  std::string what;
  Treatment erasure;
  Treatment pseudonymising;
  std::string why;  // why something stays

  [[nodiscard]] const Treatment& treatment(Way way) const {
    return way == Way::erase ? erasure : pseudonymising;
  }
};

// Errors: invalid, with the row and what is wrong with it.
[[nodiscard]] base::Result<std::vector<PersonalTable>> read_personal_tables(std::string_view csv);
// data/personal.csv as this program was built with it. Throws when it cannot be read (a bug).
[[nodiscard]] const std::vector<PersonalTable>& personal_tables();

}  // namespace throughline::hear
