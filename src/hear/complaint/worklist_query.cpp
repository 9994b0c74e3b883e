#include "hear/complaint/worklist_query.hpp"

#include "base/date.hpp"

namespace throughline::hear {
namespace {

constexpr int days_ahead = 7;

std::string week_end(base::Date today) {
  return base::to_text(base::add_days(today, days_ahead));
}

void add_filter(WorkQuery& query, const WorkFilter& filter) {
  if (filter.officer_ref == "none") {
    query.sql += " and officer_ref = ''";
  } else if (!filter.officer_ref.empty()) {
    query.sql += " and officer_ref = " + query.bind(filter.officer_ref);
  }
  if (!filter.service_ref.empty()) {
    query.sql += " and service_ref = " + query.bind(filter.service_ref);
  }
}

// Whether what waits for its own step, and not for a delay to be explained, is in the list.
void add_list(WorkQuery& query, Worklist list, base::Date today) {
  switch (list) {
    case Worklist::all:
      return;
    case Worklist::late:
      query.sql += " and due < " + query.bind(base::to_text(today));
      return;
    case Worklist::today:
      query.sql += " and due = " + query.bind(base::to_text(today));
      return;
    case Worklist::this_week:
      query.sql += " and due > " + query.bind(base::to_text(today));
      query.sql += " and due <= " + query.bind(week_end(today));
      return;
    case Worklist::acknowledgement:
      query.sql += " and step = 'acknowledge'";
      return;
    case Worklist::plan:
      query.sql += " and step = 'agree_plan'";
      return;
    case Worklist::closing:
      query.sql += " and step = 'close'";
      return;
  }
}

// One of the two indexes, from the place on.
void add_branch(WorkQuery& query, const std::string& day, const std::optional<WorkPlace>& place,
                Beside beside, std::size_t most) {
  const bool back = beside == Beside::before;
  if (place) {
    const std::string beyond = back ? " < " : " > ";
    query.sql += " and (" + day + ", begun, number)" + beyond + "(" +
                 query.bind(base::to_text(place->due)) + ", " +
                 query.bind(base::to_text(place->begun)) + ", " + query.bind(place->number) + ")";
  }
  const std::string down = back ? " desc" : "";
  query.sql += " order by " + day + down + ", begun" + down + ", number" + down + " limit " +
               query.bind(static_cast<std::int64_t>(most));
}

}  // namespace

std::string WorkQuery::bind(store::Value value) {
  values.push_back(std::move(value));
  return "$" + std::to_string(values.size());
}

WorkQuery work_refs_query(const std::string& authority_id, const WorkFilter& filter,
                          base::Date today, const std::optional<WorkPlace>& place, Beside beside,
                          std::size_t most) {
  WorkQuery query;
  const auto council = query.bind(authority_id);
  const auto day = query.bind(base::to_text(today));
  query.sql =
      "select case_ref from (select * from (select case_ref, due as day, begun, number "
      "from complaints_waiting where authority_id = " +
      council + " and (delay_after = '' or delay_after >= " + day + ")";
  add_list(query, filter.list, today);
  add_filter(query, filter);
  add_branch(query, "due", place, beside, most);
  query.sql += ") in_time";
  if (filter.list == Worklist::all || filter.list == Worklist::late) {
    query.sql +=
        " union all select * from (select case_ref, delay_after as day, begun, number "
        "from complaints_waiting where authority_id = " +
        council + " and delay_after <> '' and delay_after < " + day;
    add_filter(query, filter);
    add_branch(query, "delay_after", place, beside, most);
    query.sql += ") delayed";
  }
  const std::string down = beside == Beside::before ? " desc" : "";
  query.sql += ") found order by day" + down + ", begun" + down + ", number" + down + " limit " +
               query.bind(static_cast<std::int64_t>(most));
  return query;
}

WorkQuery work_counts_query(const std::string& authority_id, const WorkFilter& filter,
                            base::Date today) {
  WorkQuery query;
  const auto council = query.bind(authority_id);
  const auto day = query.bind(base::to_text(today));
  const auto week = query.bind(week_end(today));
  const auto delayed = "delay_after <> '' and delay_after < " + day;
  const auto in_time = "(delay_after = '' or delay_after >= " + day + ")";
  const auto sum = [](const std::string& condition) {
    return ", coalesce(sum(case when " + condition + " then 1 else 0 end), 0)";
  };
  query.sql = "select count(*)" + sum("due < " + day + " or (" + delayed + ")") +
              sum("due = " + day + " and " + in_time) +
              sum("due > " + day + " and due <= " + week + " and " + in_time) +
              sum("step = 'acknowledge'") + sum("step = 'agree_plan' and " + in_time) +
              sum("step = 'close'") + " from complaints_waiting where authority_id = " + council;
  add_filter(query, filter);
  return query;
}

}  // namespace throughline::hear
