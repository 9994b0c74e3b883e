#pragma once

// Who lives in the council's area, and who draws on care there, in the groups of the equality
// questions: tables that a council brings in as CSV, from the census or from its own records.
//
// It refuses a table that leaves a group out, since every share would be wrong.

#include "base/result.hpp"
#include "hear/fair_voice/fair_voice.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear {

struct PopulationTable {
  std::string field;                                         // "age_band"
  std::vector<std::pair<std::string, std::int64_t>> groups;  // label of the group -> people
  std::string source;
  int year = 0;
};

// Reads category, group, count, source, year. A category is one of the equality questions by its
// name; a group one of its answers, or for ethnic group one of the five broad groups.
// Errors: invalid, with every problem by row.
[[nodiscard]] base::Result<std::vector<PopulationTable>> read_population(std::string_view csv,
                                                                         int this_year);

// Puts the tables in place of those of the same population and question.
void keep_population(store::Writer& writer, const record::Work& work, Population population,
                     const std::vector<PopulationTable>& tables);

[[nodiscard]] std::vector<PopulationTable> populations(store::Reader& reader,
                                                       const std::string& authority_id,
                                                       Population population);

// "Age", "Ethnic group": what a category is called in a file and on pages.
[[nodiscard]] std::string_view category_of(std::string_view field);

}  // namespace throughline::hear
