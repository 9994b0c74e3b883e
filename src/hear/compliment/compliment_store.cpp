#include "hear/case_row.hpp"
#include "hear/compliment/compliment.hpp"

namespace throughline::hear {
namespace {

constexpr std::string_view counts =
    "(select count(*) from praised_workers w where w.authority_id = c.authority_id and "
    "w.case_ref = c.ref)";
constexpr std::string_view counts_thanked =
    "(select count(*) from praised_workers w where w.authority_id = c.authority_id and "
    "w.case_ref = c.ref and w.thanked_on <> '')";

std::string select_compliments(const std::string& where) {
  return "select " + std::string(case_columns) +
         ", coalesce(m.passed_up_at, ''), coalesce(m.passed_up_by, ''), coalesce(m.shared, 0), "
         "coalesce(m.public_words, ''), coalesce(m.shared_on, ''), " +
         std::string(counts) + ", " + std::string(counts_thanked) + " from " +
         std::string(case_tables) +
         " left join compliments m on m.authority_id = c.authority_id and m.case_ref = c.ref "
         "where c.authority_id = $1 and c.kind = 'compliment'" +
         where;
}

Compliment read_compliment(const store::Row& row) {
  constexpr auto at = case_column_count;
  Compliment compliment;
  compliment.found = read_case(row);
  compliment.passed_up_at = row.text(at);
  compliment.passed_up_by = row.text(at + 1);
  compliment.shared = row.yes(at + 2);
  compliment.public_words = row.text(at + 3);
  compliment.shared_on = row.text(at + 4);
  compliment.workers = row.integer(at + 5);
  compliment.thanked = row.integer(at + 6);
  return compliment;
}

std::string condition(ComplimentState state) {
  switch (state) {
    case ComplimentState::to_thank:
      return " and (c.status <> 'closed' or exists (select 1 from praised_workers w where "
             "w.authority_id = c.authority_id and w.case_ref = c.ref and w.thanked_on = ''))";
    case ComplimentState::passed_up:
      return " and m.passed_up_at <> ''";
    case ComplimentState::shared:
      return " and m.shared = 1";
    case ComplimentState::all:
      break;
  }
  return "";
}

}  // namespace

std::optional<Compliment> find_compliment(store::Reader& reader, const std::string& authority_id,
                                          const std::string& ref) {
  const auto row = reader.row(select_compliments(" and c.ref = $2"), {authority_id, ref});
  if (!row) return std::nullopt;
  auto compliment = read_compliment(*row);
  const auto words =
      reader.row("select words from case_words where authority_id = $1 and case_ref = $2",
                 {authority_id, ref});
  if (words) compliment.found.words = words->text(0);
  return compliment;
}

std::vector<Compliment> list_compliments(store::Reader& reader, const std::string& authority_id,
                                         ComplimentState state, int offset, int most) {
  std::vector<Compliment> all;
  reader.for_each(select_compliments(condition(state)) +
                      " order by c.received desc, c.number desc limit $2 offset $3",
                  {authority_id, std::int64_t{most}, std::int64_t{offset}},
                  [&](const store::Row& row) { all.push_back(read_compliment(row)); });
  return all;
}

std::int64_t count_compliments(store::Reader& reader, const std::string& authority_id,
                               ComplimentState state) {
  return reader.number(
      "select count(*) from cases c left join compliments m on m.authority_id = c.authority_id and "
      "m.case_ref = c.ref where c.authority_id = $1 and c.kind = 'compliment'" +
          condition(state),
      {authority_id});
}

std::vector<ComplimentsByService> compliments_by_service(store::Reader& reader,
                                                         const std::string& authority_id,
                                                         base::Date from) {
  std::vector<ComplimentsByService> all;
  reader.for_each(
      "select coalesce(s.name, 'Not about one service'), count(*) from cases c left join services "
      "s on s.authority_id = c.authority_id and s.ref = c.service_ref where c.authority_id = $1 "
      "and c.kind = 'compliment' and c.received >= $2 group by coalesce(s.name, 'Not about one "
      "service') order by 2 desc, 1",
      {authority_id, base::to_text(from)}, [&](const store::Row& row) {
        all.push_back({row.text(0), row.integer(1)});
      });
  return all;
}

std::vector<PraisedWorker> praised_workers(store::Reader& reader, const std::string& authority_id,
                                           const std::string& ref) {
  std::vector<PraisedWorker> all;
  reader.for_each(
      "select number, name, user_ref, thanked_on, thanked_by, thanked_how from praised_workers "
      "where authority_id = $1 and case_ref = $2 order by number",
      {authority_id, ref}, [&](const store::Row& row) {
        all.push_back({row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4),
                       thanked_by_from_text(row.text(5))});
      });
  return all;
}

std::vector<Thanks> thanks_to(store::Reader& reader, const std::string& authority_id,
                              const std::string& user_ref, int most) {
  std::vector<Thanks> all;
  reader.for_each(
      "select coalesce(s.name, ''), w.thanked_on, w.thanked_by, x.words from praised_workers w "
      "join cases c on c.authority_id = w.authority_id and c.ref = w.case_ref "
      "join case_words x on x.authority_id = w.authority_id and x.case_ref = w.case_ref "
      "left join services s on s.authority_id = c.authority_id and s.ref = c.service_ref "
      "where w.authority_id = $1 and w.user_ref = $2 and w.thanked_on <> '' "
      "order by w.thanked_on desc, c.number desc limit $3",
      {authority_id, user_ref, std::int64_t{most}}, [&](const store::Row& row) {
        all.push_back(
            {row.text(0), base::date_from_text(row.text(1)).value(), row.text(2), row.text(3)});
      });
  return all;
}

}  // namespace throughline::hear
