#include "hear/case_row.hpp"
#include "hear/concern/concern.hpp"

namespace throughline::hear {
namespace {

std::string select_concerns(std::string_view where) {
  return "select " + std::string(case_columns) +
         ", coalesce(n.logged_by, ''), coalesce(n.became_complaint, '') from " +
         std::string(case_tables) +
         " left join concerns n on n.authority_id = c.authority_id and n.case_ref = c.ref "
         "where c.authority_id = $1" +
         std::string(where);
}

Concern read_concern(const store::Row& row) {
  return {read_case(row), row.text(case_column_count), row.text(case_column_count + 1)};
}

constexpr std::string_view is_concern = " and (c.kind = 'concern' or n.became_complaint <> '')";
constexpr std::string_view is_open = " and c.kind = 'concern' and c.status <> 'closed'";
// Those that wait first, then the newest.
constexpr std::string_view in_order =
    " order by case when c.status = 'closed' or c.kind <> 'concern' then 1 else 0 end, "
    "c.received desc, c.number desc";

// What one person logged: few, so they are read from the rows of what they logged.
std::string logged_from(const ConcernFilter& filter, store::Values& values) {
  values.emplace_back(filter.logged_by);
  return " from concerns n cross join cases c where n.authority_id = $1 and n.logged_by = $" +
         std::to_string(values.size()) +
         " and c.authority_id = n.authority_id and c.ref = n.case_ref" +
         std::string(filter.open_only ? is_open : is_concern);
}

// The first refs of all, as many as the parameter says: those of each part are read in the order of
// an index, and only what could stand on the page is put in order together.
std::string first_of_all(const std::string& most, bool open_only) {
  const auto part = [&](std::string_view name, std::string_view status, int done) {
    return "select * from (select c.ref, " + std::to_string(done) +
           " as done, c.received, c.number from cases c where c.authority_id = $1 and c.kind = "
           "'concern' and c.status " +
           std::string(status) + " 'closed' order by c.received desc, c.number desc limit " + most +
           ") " + std::string(name);
  };
  if (open_only) return part("waiting", "<>", 0);
  return part("waiting", "<>", 0) + " union all " + part("resolved", "=", 1) +
         " union all select c.ref, 1, c.received, c.number from concerns n cross join cases c "
         "where n.authority_id = $1 and n.became_complaint <> '' and c.authority_id = "
         "n.authority_id and c.ref = n.case_ref and c.kind <> 'concern'";
}

}  // namespace

std::optional<Concern> find_concern(store::Reader& reader, const std::string& authority_id,
                                    const std::string& ref) {
  const auto row =
      reader.row(select_concerns(" and c.ref = $2" + std::string(is_concern)), {authority_id, ref});
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
  std::string refs;
  if (filter.logged_by.empty()) {
    values.emplace_back(std::int64_t{offset} + most);
    refs = "select ref from (" + first_of_all("$4", filter.open_only) +
           ") placed order by done, received desc, number desc limit $2 offset $3";
  } else {
    refs = "select c.ref" + logged_from(filter, values) + std::string(in_order) +
           " limit $2 offset $3";
  }
  std::vector<Concern> all;
  reader.for_each(select_concerns(" and c.ref in (" + refs + ")") + std::string(in_order), values,
                  [&](const store::Row& row) { all.push_back(read_concern(row)); });
  return all;
}

std::int64_t count_concerns(store::Reader& reader, const std::string& authority_id,
                            const ConcernFilter& filter) {
  store::Values values{authority_id};
  if (!filter.logged_by.empty()) {
    const auto from = logged_from(filter, values);
    return reader.number("select count(*)" + from, values);
  }
  const auto of_kind = reader.number(
      "select count(*) from cases c where c.authority_id = $1 and c.kind = 'concern'" +
          std::string(filter.open_only ? " and c.status <> 'closed'" : ""),
      values);
  if (filter.open_only) return of_kind;
  return of_kind + reader.number(
                       "select count(*) from concerns n cross join cases c where n.authority_id = "
                       "$1 and n.became_complaint <> '' and c.authority_id = n.authority_id and "
                       "c.ref = n.case_ref and c.kind <> 'concern'",
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
