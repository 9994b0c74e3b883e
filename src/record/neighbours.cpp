#include "record/neighbours.hpp"

#include "store/dialect.hpp"

#include <algorithm>
#include <span>

namespace throughline::record {

namespace {

using Refs = std::span<const std::string>;

constexpr std::size_t largest_batch = 32;

// Few different sizes, so that few statements are prepared.
std::size_t batch_size(std::size_t refs) {
  return refs <= 1 ? 1 : refs <= 8 ? 8 : largest_batch;
}

// Calls `fetch` with up to 32 refs at a time and the parameters for them; spare places hold "".
template <typename Fetch>
void in_batches(const std::string& authority_id, Refs refs, Fetch&& fetch) {
  for (; !refs.empty(); refs = refs.subspan(std::min(largest_batch, refs.size()))) {
    const Refs batch = refs.first(std::min(largest_batch, refs.size()));
    const std::size_t size = batch_size(batch.size());
    store::Values parameters{authority_id};
    for (const std::string& ref : batch) parameters.emplace_back(ref);
    parameters.resize(size + 1, std::string());
    fetch(size, parameters);
  }
}

}  // namespace

std::string neighbours_sql(Direction direction, std::size_t refs, int most) {
  const bool back = direction == Direction::back;
  const std::string near = back ? "to_ref" : "from_ref";
  const std::string far = back ? "from_ref" : "to_ref";
  // A limit for each record needs a select for each record: `in` would read every link of all. The
  // number stands in the text because PostgreSQL plans badly for a limit that it does not know.
  const std::string limit = " limit " + std::to_string(most) + ") l";
  std::string sql;
  for (std::size_t i = 0; i < refs; ++i) {
    if (i > 0) sql += " union all ";
    sql += "select * from (select " + near + ", relation, " + far +
           " from links where authority_id = $1 and " + near + " = $" + std::to_string(i + 2) +
           " order by relation, " + far + limit + std::to_string(i);
  }
  return sql;
}

std::string nodes_sql(std::size_t refs) {
  return "select ref, title, dated, state from nodes where authority_id = $1 and ref in " +
         store::placeholders(2, refs);
}

std::vector<Neighbour> neighbours(store::Reader& reader, const std::string& authority_id,
                                  const std::vector<std::string>& refs, Direction direction,
                                  int most) {
  std::vector<Neighbour> found;
  in_batches(authority_id, refs, [&](std::size_t size, const store::Values& parameters) {
    reader.for_each(neighbours_sql(direction, size, most), parameters, [&](const store::Row& row) {
      found.push_back({row.text(0), relation_from_text(row.text(1)), row.text(2)});
    });
  });
  return found;
}

NodesByRef nodes_of(store::Reader& reader, const std::string& authority_id,
                    const std::vector<std::string>& refs) {
  NodesByRef found;
  in_batches(authority_id, refs, [&](std::size_t size, const store::Values& parameters) {
    reader.for_each(nodes_sql(size), parameters, [&](const store::Row& row) {
      found[row.text(0)] = {row.text(0), row.text(1), row.text(2), row.text(3)};
    });
  });
  return found;
}

}  // namespace throughline::record
