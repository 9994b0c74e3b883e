#include "hear/answer/follow_up_row.hpp"
#include "hear/hear.hpp"

namespace throughline::hear {
namespace {

constexpr std::string_view columns =
    "select f.ref, f.case_ref, f.fixed, f.words, f.said_on, f.stands, f.read_at, f.read_by, "
    "coalesce(s.name, ''), coalesce(n.title, '') from follow_ups f "
    "join cases c on c.authority_id = f.authority_id and c.ref = f.case_ref "
    "left join services s on s.authority_id = f.authority_id and s.ref = c.service_ref "
    "left join nodes n on n.authority_id = f.authority_id and n.ref = f.case_ref "
    "where f.authority_id = $1";

FollowUp read_follow_up(const store::Row& row) {
  FollowUp said;
  said.ref = row.text(0);
  said.case_ref = row.text(1);
  said.fixed = fixed_from_text(row.text(2)).value();
  said.words = row.text(3);
  said.said = base::date_from_text(row.text(4)).value();
  said.stands = row.yes(5);
  said.read_at = row.text(6);
  said.read_by = row.text(7);
  said.service_name = row.text(8);
  said.case_title = row.text(9);
  return said;
}

std::string condition(const FollowUpFilter& filter, store::Values& values) {
  std::string sql;
  if (filter.fixed) {
    values.emplace_back(std::string(to_text(*filter.fixed)));
    sql += " and f.fixed = $" + std::to_string(values.size());
  }
  if (filter.waiting) sql += " and f.fixed <> 'yes' and f.stands = 1 and f.read_at = ''";
  return sql;
}

}  // namespace

std::optional<FollowUp> find_follow_up(store::Reader& reader, const std::string& authority_id,
                                       const std::string& ref) {
  const auto row = reader.row(std::string(columns) + " and f.ref = $2", {authority_id, ref});
  if (!row) return std::nullopt;
  return read_follow_up(*row);
}

std::vector<FollowUp> follow_ups_of(store::Reader& reader, const std::string& authority_id,
                                    const std::string& case_ref) {
  std::vector<FollowUp> all;
  reader.for_each(std::string(columns) + " and f.case_ref = $2 order by f.number desc",
                  {authority_id, case_ref},
                  [&](const store::Row& row) { all.push_back(read_follow_up(row)); });
  return all;
}

std::vector<FollowUp> list_follow_ups(store::Reader& reader, const std::string& authority_id,
                                      const FollowUpFilter& filter, int offset, int most) {
  store::Values values{authority_id, std::int64_t{most}, std::int64_t{offset}};
  const auto where = condition(filter, values);
  std::vector<FollowUp> all;
  reader.for_each(
      std::string(columns) + where + " order by f.said_on desc, f.number desc limit $2 offset $3",
      values, [&](const store::Row& row) { all.push_back(read_follow_up(row)); });
  return all;
}

std::int64_t count_follow_ups(store::Reader& reader, const std::string& authority_id,
                              const FollowUpFilter& filter) {
  store::Values values{authority_id};
  const auto where = condition(filter, values);
  return reader.number("select count(*) from follow_ups f where f.authority_id = $1" + where,
                       values);
}

std::vector<FixedCount> fixed_by_month(store::Reader& reader, const std::string& authority_id,
                                       base::Date from, base::Date to) {
  std::vector<FixedCount> months;
  for (base::Date month{from.year(), from.month(), std::chrono::day{1}}; month <= to;
       month = base::add_months(month, 1)) {
    months.push_back({month});
  }
  reader.for_each(
      "select substr(said_on, 1, 7), fixed, count(*) from follow_ups where authority_id = $1 and "
      "said_on >= $2 and said_on <= $3 group by substr(said_on, 1, 7), fixed",
      {authority_id, base::to_text(months.empty() ? from : months.front().month),
       base::to_text(to)},
      [&](const store::Row& row) {
        for (auto& each : months) {
          if (base::to_text(each.month).substr(0, 7) != row.text(0)) continue;
          const auto fixed = fixed_from_text(row.text(1)).value();
          (fixed == Fixed::yes      ? each.yes
           : fixed == Fixed::partly ? each.partly
                                    : each.no) = row.integer(2);
        }
      });
  return months;
}

void rebuild_follow_ups(store::Writer& writer, const std::string& authority_id) {
  std::vector<record::Node> nodes;
  writer.for_each(std::string(columns), {authority_id}, [&](const store::Row& row) {
    nodes.push_back(follow_up_node(read_follow_up(row)));
  });
  record::put_nodes(writer, authority_id, nodes);
}

}  // namespace throughline::hear
