#include "hear/case_row.hpp"
#include "hear/idea/idea.hpp"

namespace throughline::hear {
namespace {

// What was raised, from the few rows of its raisers to their cases: in this order, which a planner
// that knows no figures would turn round. More conditions follow.
std::string raised_from(std::string_view cases) {
  return " from idea_raisers i cross join replies_owed r cross join " + std::string(cases) +
         " left join users p on p.authority_id = i.authority_id and p.ref = i.user_ref "
         "where i.authority_id = $1 and r.authority_id = i.authority_id "
         "and r.case_ref = i.case_ref and c.authority_id = i.authority_id and c.ref = i.case_ref";
}

std::string select_ideas() {
  return "select " + std::string(case_columns) +
         ", r.sort, r.in_confidence, r.due, r.escalated_at, r.listened, coalesce(p.name, '')" +
         raised_from(case_tables);
}

Idea read_idea(const store::Row& row) {
  constexpr auto at = case_column_count;
  Idea idea;
  idea.found = read_case(row);
  idea.sort = idea_sort_from_text(row.text(at)).value();
  idea.in_confidence = row.yes(at + 1);
  idea.due = base::date_from_text(row.text(at + 2)).value();
  idea.escalated_at = row.text(at + 3);
  idea.listened = fixed_from_text(row.text(at + 4));
  if (!idea.in_confidence) idea.raiser = row.text(at + 5);
  return idea;
}

std::string condition(const record::Work& work, const IdeaFilter& filter, store::Values& values) {
  const auto bind = [&](const std::string& value) {
    values.emplace_back(value);
    return "$" + std::to_string(values.size());
  };
  std::string sql;
  if (filter.state == IdeaState::replied) sql += " and c.status = 'closed'";
  if (filter.state == IdeaState::owed) sql += " and c.status <> 'closed'";
  if (filter.state == IdeaState::overdue) {
    sql += " and c.status <> 'closed' and r.due < " + bind(base::to_text(work.today()));
  }
  if (!filter.raised_by.empty()) sql += " and i.user_ref = " + bind(filter.raised_by);
  return sql;
}

}  // namespace

int reply_days(store::Reader& reader, const std::string& authority_id) {
  const auto row =
      reader.row("select working_days from idea_settings where authority_id = $1", {authority_id});
  return row ? static_cast<int>(row->integer(0)) : usual_reply_days;
}

std::optional<Idea> find_idea(store::Reader& reader, const std::string& authority_id,
                              const std::string& ref) {
  const auto row = reader.row(select_ideas() + " and i.case_ref = $2", {authority_id, ref});
  if (!row) return std::nullopt;
  auto idea = read_idea(*row);
  const auto words =
      reader.row("select words from case_words where authority_id = $1 and case_ref = $2",
                 {authority_id, ref});
  if (words) idea.found.words = words->text(0);
  return idea;
}

bool raised_by(store::Reader& reader, const std::string& authority_id, const std::string& ref,
               const std::string& user_ref) {
  return !user_ref.empty() &&
         reader.number(
             "select count(*) from idea_raisers where authority_id = $1 and case_ref = $2 and "
             "user_ref = $3",
             {authority_id, ref, user_ref}) > 0;
}

std::vector<Idea> list_ideas(store::Reader& reader, const record::Work& work,
                             const IdeaFilter& filter, int offset, int most) {
  store::Values values{work.authority_id, std::int64_t{most}, std::int64_t{offset}};
  const auto more = condition(work, filter, values);
  std::vector<Idea> all;
  reader.for_each(select_ideas() + more +
                      " order by case when c.status = 'closed' then 1 else 0 end, "
                      "case when c.status = 'closed' then '' else r.due end, c.closed desc, "
                      "c.number limit $2 offset $3",
                  values, [&](const store::Row& row) { all.push_back(read_idea(row)); });
  return all;
}

std::int64_t count_ideas(store::Reader& reader, const record::Work& work,
                         const IdeaFilter& filter) {
  store::Values values{work.authority_id};
  const auto more = condition(work, filter, values);
  return reader.number("select count(*)" + raised_from("cases c") + more, values);
}

std::vector<RepliesCount> replies_by_month(store::Reader& reader, const record::Work& work,
                                           base::Date from, base::Date to, RepliesTo whom) {
  std::vector<RepliesCount> months;
  for (base::Date month{from.year(), from.month(), std::chrono::day{1}}; month <= to;
       month = base::add_months(month, 1)) {
    months.push_back({month});
  }
  // One that was replied to early counts before its day has come.
  reader.for_each(
      "select substr(r.due, 1, 7), sum(case when c.status = 'closed' and c.closed <= r.due then 1 "
      "else 0 end), count(*) from replies_owed r join cases c on c.authority_id = r.authority_id "
      "and c.ref = r.case_ref where r.authority_id = $1 and r.due >= $2 and r.due <= $3 and (r.due "
      "< $4 or c.status = 'closed') and (case when r.sort = 'partner' then 1 else 0 end) = $5 "
      "group "
      "by substr(r.due, 1, 7)",
      {work.authority_id, base::to_text(months.empty() ? from : months.front().month),
       base::to_text(to), base::to_text(work.today()),
       std::int64_t{whom == RepliesTo::partners ? 1 : 0}},
      [&](const store::Row& row) {
        for (auto& each : months) {
          if (base::to_text(each.month).substr(0, 7) != row.text(0)) continue;
          each.in_time = row.integer(1);
          each.all = row.integer(2);
        }
      });
  return months;
}

}  // namespace throughline::hear
