#include "hear/case_query.hpp"

#include "hear/case_row.hpp"
#include "store/search_index.hpp"

namespace throughline::hear {
namespace {

enum class Serves { order, count };

// With one value an index on the column can serve; with several it would give the cases of each
// value in turn and sort them all, so where an order is wanted the column is hidden from the
// planner, and the index of the order serves instead.
template <typename T>
void add_values(CaseQuery& query, const std::string& column, const std::vector<T>& wanted,
                Serves serves) {
  if (wanted.empty()) return;
  if (wanted.size() == 1) {
    query.sql += " and " + column + " = " + query.bind(std::string(to_text(wanted.front())));
    return;
  }
  query.sql +=
      serves == Serves::count ? " and " + column + " in (" : " and (" + column + " || '') in (";
  for (std::size_t index = 0; index < wanted.size(); ++index) {
    if (index > 0) query.sql += ", ";
    query.sql += query.bind(std::string(to_text(wanted[index])));
  }
  query.sql += ")";
}

// Cases of a theme are read from the theme's own index, which stands in order of time.
std::string time_table(const CaseFilter& filter) {
  return filter.theme_ref.empty() ? "c" : "t";
}

void add_filter(CaseQuery& query, store::Reader& reader, const std::string& authority_id,
                const CaseFilter& filter, Serves serves) {
  const auto time = time_table(filter);
  if (!filter.theme_ref.empty()) {
    query.sql += " from case_themes t cross join cases c where t.authority_id = " +
                 query.bind(authority_id) + " and t.theme_ref = " + query.bind(filter.theme_ref) +
                 " and c.authority_id = t.authority_id and c.ref = t.case_ref";
  } else {
    query.sql += " from cases c where c.authority_id = " + query.bind(authority_id);
  }
  add_values(query, "c.kind", filter.kinds, serves);
  add_values(query, "c.status", filter.statuses, serves);
  add_values(query, "c.relationship", filter.relationships, serves);
  if (filter.service_ref) {
    query.sql += " and c.service_ref = " + query.bind(*filter.service_ref);
  }
  if (!filter.written_in.empty()) {
    query.sql += " and exists (select 1 from case_languages l where l.authority_id = " +
                 query.bind(authority_id) + " and l.code = " + query.bind(filter.written_in) +
                 " and l.case_ref = c.ref)";
  }
  if (filter.from) {
    query.sql += " and " + time + ".received >= " + query.bind(base::to_text(*filter.from));
  }
  if (filter.to) {
    query.sql += " and " + time + ".received <= " + query.bind(base::to_text(*filter.to));
  }
  if (filter.way) {
    query.sql += " and c.ref in (select y.case_ref from case_ways y where y.authority_id = " +
                 query.bind(authority_id) +
                 " and y.way = " + query.bind(std::string(to_text(*filter.way))) + ")";
  }
  if (const auto sought =
          store::search_parameter(reader.dialect(), authority_id, "case", filter.search)) {
    query.values.emplace_back(*sought);
    query.sql += " and " + store::search_condition(reader.dialect(), "c.ref", query.values.size());
  }
}

std::string direction(bool descending) {
  return descending ? " desc" : "";
}

void add_order(CaseQuery& query, const std::string& time, CaseOrder order, Reading reading) {
  const bool back = reading == Reading::backward;
  query.sql += " order by ";
  if (order == CaseOrder::kind) query.sql += "c.kind" + direction(back) + ", ";
  // Backwards through the alphabet: received, looking into it, closed.
  if (order == CaseOrder::status) query.sql += "c.status" + direction(!back) + ", ";
  const bool newest_first = (order != CaseOrder::oldest) != back;
  query.sql += time + ".received" + direction(newest_first) + ", " + time + ".number" +
               direction(newest_first);
}

// The cases that stand beyond the place in the order.
void add_place(CaseQuery& query, store::Reader& reader, const std::string& authority_id,
               const std::string& time, CaseOrder order, const std::string& place_ref,
               Reading reading) {
  const auto place = reader.row(
      "select received, number, kind, status from cases where authority_id = $1 and ref = $2",
      {authority_id, place_ref});
  if (!place) return;
  const bool back = reading == Reading::backward;
  const bool newest_first = (order != CaseOrder::oldest) != back;
  const auto columns = time + ".received, " + time + ".number";
  const auto values = query.bind(place->text(0)) + ", " + query.bind(place->integer(1));
  const std::string beyond = newest_first ? " < " : " > ";
  if (order == CaseOrder::kind) {
    const auto kind = query.bind(place->text(2));
    const std::string later = back ? "<" : ">";
    query.sql += " and c.kind " + later + "= " + kind + " and (c.kind " + later + " " + kind +
                 " or (" + columns + ")" + beyond + "(" + values + "))";
  } else if (order == CaseOrder::status) {
    query.sql += " and (c.status, " + columns + ")" + beyond + "(" + query.bind(place->text(3)) +
                 ", " + values + ")";
  } else {
    query.sql += " and (" + columns + ")" + beyond + "(" + values + ")";
  }
}

}  // namespace

std::string CaseQuery::bind(store::Value value) {
  values.push_back(std::move(value));
  return "$" + std::to_string(values.size());
}

CaseQuery count_query(store::Reader& reader, const std::string& authority_id,
                      const CaseFilter& filter, std::size_t most) {
  CaseQuery query;
  query.sql = "select c.ref";
  add_filter(query, reader, authority_id, filter, Serves::count);
  query.sql += " limit " + query.bind(static_cast<std::int64_t>(most));
  query.sql = "select count(*) from (" + query.sql + ") counted";
  return query;
}

CaseQuery refs_query(store::Reader& reader, const std::string& authority_id,
                     const CaseFilter& filter, CaseOrder order,
                     const std::optional<std::string>& place_ref, Reading reading,
                     std::size_t most) {
  CaseQuery query;
  query.sql = "select c.ref";
  add_filter(query, reader, authority_id, filter, Serves::order);
  const auto time = time_table(filter);
  if (place_ref) add_place(query, reader, authority_id, time, order, *place_ref, reading);
  add_order(query, time, order, reading);
  query.sql += " limit " + query.bind(static_cast<std::int64_t>(most));
  return query;
}

}  // namespace throughline::hear
