#pragma once

// The derived tables of one council, filled anew from the tables that they are derived from: nodes,
// the search index and the themes by case. It never drops what it cannot put back: a record of a
// kind that no stage rebuilds, or a link left loose, is refused and nothing is changed.

#include "base/result.hpp"
#include "record/line.hpp"
#include "store/database.hpp"

#include <functional>
#include <string>
#include <vector>

namespace throughline::cli {

// What puts records of these kinds back; `throughline rebuild` runs them in this order.
struct Rebuilder {
  std::vector<record::NodeKind> kinds;
  std::function<void(store::Writer&, const std::string& authority_id)> rebuild;
};
[[nodiscard]] std::vector<Rebuilder> rebuilders();

struct Rebuilt {
  std::int64_t nodes_before = 0;
  std::int64_t nodes = 0;
  std::int64_t texts = 0;
};

// Errors: conflict, with every record that would be lost or left loose (the first of each kind).
[[nodiscard]] base::Result<Rebuilt> rebuild(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::cli
