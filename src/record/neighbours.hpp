#pragma once

// The records next to others on the line, fetched for many records with one query. Each record's
// links are read in the order of an index and no further than asked, however many there are.

#include "record/line.hpp"
#include "record/trace.hpp"
#include "store/database.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace throughline::record {

struct Neighbour {
  std::string near;  // one of the refs asked for
  Relation relation;
  std::string far;
};

// At most `most` of each ref.
[[nodiscard]] std::vector<Neighbour> neighbours(store::Reader& reader,
                                                const std::string& authority_id,
                                                const std::vector<std::string>& refs,
                                                Direction direction, int most);

using NodesByRef = std::unordered_map<std::string, Node>;

[[nodiscard]] NodesByRef nodes_of(store::Reader& reader, const std::string& authority_id,
                                  const std::vector<std::string>& refs);

// The SQL of a batch, for the tests that look at its plan: $1 is the council, $2 and on the refs.
[[nodiscard]] std::string neighbours_sql(Direction direction, std::size_t refs, int most);
[[nodiscard]] std::string nodes_sql(std::size_t refs);

}  // namespace throughline::record
