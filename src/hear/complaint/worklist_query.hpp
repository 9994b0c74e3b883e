#pragma once

// The SQL of the worklist; for worklist.cpp alone. A complaint whose delay has to be explained
// stands in the order by the day on which that began, all others by the day they are due, so that a
// page is the beginning of two indexes laid together.

#include "hear/complaint/worklist.hpp"
#include "store/database.hpp"

#include <string>

namespace throughline::hear {

struct WorkQuery {
  std::string sql;
  store::Values values;

  std::string bind(store::Value value);  // "$3"
};

// The refs of a page, in the order of the list, or backwards from the place before it.
[[nodiscard]] WorkQuery work_refs_query(const std::string& authority_id, const WorkFilter& filter,
                                        base::Date today, const std::optional<WorkPlace>& place,
                                        Beside beside, std::size_t most);

// One row with a number for each list, in the order of Worklist.
[[nodiscard]] WorkQuery work_counts_query(const std::string& authority_id, const WorkFilter& filter,
                                          base::Date today);

}  // namespace throughline::hear
