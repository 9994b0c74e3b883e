#pragma once

// The SQL of the list: which cases, in which order, from where; for the sources of this room only.

#include "hear/case_list.hpp"
#include "store/database.hpp"

#include <string>

namespace throughline::hear {

// SQL and the parameters that it names, written together.
struct CaseQuery {
  std::string sql;
  store::Values values;

  // Adds a parameter and gives its place: "$3".
  std::string bind(store::Value value);
};

enum class Reading { onward, backward };

// Selects c.ref of at most `most` cases of a filter, in an order, starting after (or, reading
// backward, before) the place when there is one.
[[nodiscard]] CaseQuery refs_query(store::Reader& reader, const std::string& authority_id,
                                   const CaseFilter& filter, CaseOrder order,
                                   const std::optional<std::string>& place_ref, Reading reading,
                                   std::size_t most);

// Counts the cases of a filter, up to `most`. It asks for no order, so that the database may take
// the index that fits the filter.
[[nodiscard]] CaseQuery count_query(store::Reader& reader, const std::string& authority_id,
                                    const CaseFilter& filter, std::size_t most);

}  // namespace throughline::hear
