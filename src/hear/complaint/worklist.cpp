#include "hear/complaint/worklist.hpp"

#include "hear/case_row.hpp"
#include "hear/complaint/complaint_row.hpp"

#include <algorithm>
#include <tuple>

namespace throughline::hear {
namespace {

constexpr int days_ahead = 7;
constexpr int days_before_review = 14;

auto by_urgency(const WorkItem& item) {
  return std::tuple(!item.stands.due.has_value(), item.stands.due.value_or(item.complaint.begun),
                    item.complaint.begun, number_of(item.case_ref));
}

}  // namespace

Waiting waiting_of(const WorkItem& item, base::Date today) {
  const auto& due = item.stands.due;
  if (!due) return Waiting::undated;
  if (*due < today) return Waiting::late;
  if (*due == today) return Waiting::today;
  return *due <= base::add_days(today, days_ahead) ? Waiting::this_week : Waiting::later;
}

std::vector<WorkItem> open_complaints(store::Reader& reader, const record::Work& work) {
  std::vector<WorkItem> items;
  const auto today = work.today();
  for (const auto& row : reader.rows(
           "select " + std::string(case_columns) + ", " + std::string(complaint_columns) +
               " from " + std::string(case_tables) +
               " join complaints p on p.authority_id = c.authority_id and p.case_ref = c.ref "
               "where c.authority_id = $1 and c.status in ('received', 'looking_into') "
               "and p.ended = ''",
           {work.authority_id})) {
    const auto found = read_case(row);
    // Not asked of the database, which would then read every complaint there ever was.
    if (found.kind != Kind::complaint) continue;
    WorkItem item{found.ref,
                  title(found),
                  found.service_ref,
                  found.service_name,
                  found.officer_ref,
                  found.officer_name,
                  read_complaint(row, case_column_count),
                  {}};
    item.stands = standing(item.complaint, found.status == Status::looking_into, false, today);
    items.push_back(std::move(item));
  }
  std::ranges::sort(items, {}, by_urgency);
  return items;
}

std::vector<LimitToReview> limits_to_review(store::Reader& reader, const record::Work& work) {
  std::vector<LimitToReview> limits;
  for (const auto& row : reader.rows(
           "select " + std::string(case_columns) + ", l.review_on from " +
               std::string(case_tables) +
               " join contact_limits l on l.authority_id = c.authority_id and l.case_ref = c.ref "
               "where c.authority_id = $1 and l.ended = '' and l.review_on <= $2 "
               "order by l.review_on, c.number",
           {work.authority_id, base::to_text(base::add_days(work.today(), days_before_review))})) {
    const auto found = read_case(row);
    limits.push_back({found.ref, title(found), date_in(row.text(case_column_count)).value()});
  }
  return limits;
}

bool is_in(const WorkItem& item, Worklist list, base::Date today) {
  switch (list) {
    case Worklist::all:
      return true;
    case Worklist::late:
      return waiting_of(item, today) == Waiting::late;
    case Worklist::today:
      return waiting_of(item, today) == Waiting::today;
    case Worklist::this_week:
      return waiting_of(item, today) == Waiting::this_week;
    case Worklist::acknowledgement:
      return item.stands.next == NextStep::acknowledge;
    case Worklist::plan:
      return item.stands.next == NextStep::agree_plan;
    case Worklist::closing:
      return item.stands.next == NextStep::close;
  }
  return false;
}

bool matches(const WorkItem& item, const WorkFilter& filter, base::Date today) {
  if (!is_in(item, filter.list, today)) return false;
  if (filter.officer_ref == "none" && !item.officer_ref.empty()) return false;
  if (!filter.officer_ref.empty() && filter.officer_ref != "none" &&
      item.officer_ref != filter.officer_ref) {
    return false;
  }
  return filter.service_ref.empty() || item.service_ref == filter.service_ref;
}

}  // namespace throughline::hear
