#pragma once

// Dated values as people paste or upload them: CSV with the columns date and value, and perhaps
// note, numerator and denominator. Reading keeps the good rows apart from the bad and says what is
// wrong with each; nothing is stored here.

#include "base/date.hpp"
#include "base/result.hpp"
#include "count/unit.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::count {

struct DatedValue {
  base::Date date;
  double value = 0;
  std::optional<double> numerator{};
  std::optional<double> denominator{};
  std::string note{};
  int row = 0;  // of the file, counted from 1 with the heading as row 1; 0: not from a file
};

struct ValuesFile {
  std::vector<DatedValue> good;    // in the order of the file
  std::vector<base::Problem> bad;  // each with its row and reason, in the order of the file
};

struct ValueRules {
  std::optional<base::Date> latest{};  // later dates are refused
  std::optional<Unit> unit{};          // values that cannot be of this unit are refused
};

inline constexpr std::size_t longest_values_file = 10'000'000;  // bytes

// Reads the file. The heading row may be missing when the columns are date, value, note in that
// order; what a spreadsheet pastes (tabs) is read too.
// Errors: invalid, when there is no date or no value column, or nothing to read; too_large.
[[nodiscard]] base::Result<ValuesFile> read_values_file(std::string_view bytes,
                                                        const ValueRules& rules);

// What one typed value must satisfy; the same rules as for a row of a file.
// Shape of the problems: fields "date", "value", "numerator", "denominator", "note".
[[nodiscard]] base::Result<DatedValue> read_value(std::string_view date, std::string_view value,
                                                  std::string_view numerator,
                                                  std::string_view denominator,
                                                  std::string_view note, const ValueRules& rules);

}  // namespace throughline::count
