#include "hear/case_row.hpp"
#include "hear/concern/concern.hpp"

namespace throughline::hear {
namespace {

std::string select_concerns(std::string_view where) {
  return "select " + std::string(case_columns) +
         ", coalesce(n.logged_by, ''), coalesce(n.became_complaint, '') from " +
         std::string(case_tables) +
         " left join concerns n on n.authority_id = c.authority_id and n.case_ref = c.ref "
         "where c.authority_id = $1 and (c.kind = 'concern' or n.became_complaint <> '')" +
         std::string(where);
}

Concern read_concern(const store::Row& row) {
  return {read_case(row), row.text(case_column_count), row.text(case_column_count + 1)};
}

std::string condition(const ConcernFilter& filter, store::Values& values) {
  std::string sql;
  if (filter.open_only) sql += " and c.kind = 'concern' and c.status <> 'closed'";
  if (!filter.logged_by.empty()) {
    values.emplace_back(filter.logged_by);
    sql += " and n.logged_by = $" + std::to_string(values.size());
  }
  return sql;
}

}  // namespace

std::optional<Concern> find_concern(store::Reader& reader, const std::string& authority_id,
                                    const std::string& ref) {
  const auto row = reader.row(select_concerns(" and c.ref = $2"), {authority_id, ref});
  if (!row) return std::nullopt;
  auto concern = read_concern(*row);
  const auto words =
      reader.row("select words from case_words where authority_id = $1 and case_ref = $2",
                 {authority_id, ref});
  if (words) concern.found.words = words->text(0);
  return concern;
}

std::vector<Concern> list_concerns(store::Reader& reader, const std::string& authority_id,
                                   const ConcernFilter& filter, int offset, int most) {
  store::Values values{authority_id, std::int64_t{most}, std::int64_t{offset}};
  const auto where = condition(filter, values);
  std::vector<Concern> all;
  reader.for_each(
      select_concerns(where) +
          " order by case when c.status = 'closed' or c.kind <> 'concern' then 1 else 0 end, "
          "c.received desc, c.number desc limit $2 offset $3",
      values, [&](const store::Row& row) { all.push_back(read_concern(row)); });
  return all;
}

std::int64_t count_concerns(store::Reader& reader, const std::string& authority_id,
                            const ConcernFilter& filter) {
  store::Values values{authority_id};
  const auto where = condition(filter, values);
  return reader.number(
      "select count(*) from cases c left join concerns n on n.authority_id = c.authority_id and "
      "n.case_ref = c.ref where c.authority_id = $1 and (c.kind = 'concern' or "
      "n.became_complaint <> '')" +
          where,
      values);
}

ConcernCounts concern_counts(store::Reader& reader, const std::string& authority_id,
                             base::Date from) {
  ConcernCounts counts;
  const store::Values values{authority_id, base::to_text(from)};
  counts.open = reader.number(
      "select count(*) from cases where authority_id = $1 and kind = 'concern' and status <> "
      "'closed' and received >= $2",
      values);
  counts.resolved = reader.number(
      "select count(*) from cases where authority_id = $1 and kind = 'concern' and status = "
      "'closed' and received >= $2",
      values);
  counts.became_complaints = reader.number(
      "select count(*) from concerns where authority_id = $1 and became_complaint >= $2", values);
  return counts;
}

}  // namespace throughline::hear
