#include "hear/complaint/worklist.hpp"

#include "base/digits.hpp"
#include "hear/case_row.hpp"
#include "hear/complaint/complaint_row.hpp"
#include "hear/complaint/waiting.hpp"
#include "hear/complaint/worklist_query.hpp"
#include "store/dialect.hpp"

#include <algorithm>
#include <map>

namespace throughline::hear {
namespace {

constexpr int days_ahead = 7;
constexpr int days_before_review = 14;

WorkItem read_item(const store::Row& row, base::Date today) {
  const auto found = read_case(row);
  WorkItem item{found.ref,
                title(found),
                found.service_ref,
                found.service_name,
                found.officer_ref,
                found.officer_name,
                read_complaint(row, case_column_count),
                {}};
  item.stands = standing(item.complaint, found.status == Status::looking_into, false, today);
  return item;
}

std::map<std::string, WorkItem> items_by_ref(store::Reader& reader, const record::Work& work,
                                             const std::vector<std::string>& refs) {
  std::map<std::string, WorkItem> items;
  if (refs.empty()) return items;
  store::Values values{work.authority_id};
  values.insert(values.end(), refs.begin(), refs.end());
  for (const auto& row : reader.rows(
           "select " + std::string(case_columns) + ", " + std::string(complaint_columns) +
               " from " + std::string(case_tables) +
               " join complaints p on p.authority_id = c.authority_id and p.case_ref = c.ref "
               "where c.authority_id = $1 and c.ref in " +
               store::placeholders(2, refs.size()),
           values)) {
    auto item = read_item(row, work.today());
    items.emplace(item.case_ref, std::move(item));
  }
  return items;
}

}  // namespace

Waiting waiting_of(const WorkItem& item, base::Date today) {
  const auto& due = item.stands.due;
  if (!due) return Waiting::undated;
  if (*due < today) return Waiting::late;
  if (*due == today) return Waiting::today;
  return *due <= base::add_days(today, days_ahead) ? Waiting::this_week : Waiting::later;
}

WorkPlace place_of(const WorkItem& item) {
  return {item.stands.due.value_or(base::date_from_text(no_day).value()), item.complaint.begun,
          number_of(item.case_ref)};
}

std::string to_text(const WorkPlace& place) {
  return base::to_text(place.due) + "." + base::to_text(place.begun) + "." +
         std::to_string(place.number);
}

std::optional<WorkPlace> work_place_from_text(std::string_view text) {
  const auto first = text.find('.');
  const auto second = text.find('.', first == std::string_view::npos ? first : first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto due = base::date_from_text(text.substr(0, first));
  const auto begun = base::date_from_text(text.substr(first + 1, second - first - 1));
  const auto number = base::digits(text.substr(second + 1));
  if (!due || !begun || !number) return std::nullopt;
  return WorkPlace{*due, *begun, *number};
}

WorkPage list_complaints(store::Reader& reader, const record::Work& work, const WorkFilter& filter,
                         const std::optional<WorkPlace>& place, Beside beside,
                         std::size_t page_size) {
  const bool back = place && beside == Beside::before;
  const auto query = work_refs_query(work.authority_id, filter, work.today(), place,
                                     back ? Beside::before : Beside::after, page_size + 1);
  std::vector<std::string> refs;
  for (const auto& row : reader.rows(query.sql, query.values)) refs.push_back(row.text(0));
  const bool more = refs.size() > page_size;
  // Reading backward past the beginning would give a short first page: read it from its beginning.
  if (back && !more) return list_complaints(reader, work, filter, {}, Beside::after, page_size);
  if (more) refs.pop_back();
  if (back) std::ranges::reverse(refs);
  WorkPage page;
  page.has_earlier = back ? more : place.has_value();
  page.has_later = back || more;
  auto items = items_by_ref(reader, work, refs);
  for (const auto& ref : refs) {
    if (const auto item = items.find(ref); item != items.end()) {
      page.items.push_back(std::move(item->second));
    }
  }
  return page;
}

WorkCounts count_complaints(store::Reader& reader, const record::Work& work,
                            const WorkFilter& filter) {
  const auto query = work_counts_query(work.authority_id, filter, work.today());
  const auto row = reader.row(query.sql, query.values).value();
  WorkCounts counts{};
  for (std::size_t list = 0; list < counts.size(); ++list) counts.at(list) = row.integer(list);
  return counts;
}

std::vector<std::pair<std::string, std::string>> officers_at_work(store::Reader& reader,
                                                                  const record::Work& work) {
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& row : reader.rows(
           "select ref, name from users where authority_id = $1 and ref in (select officer_ref "
           "from complaints_waiting where authority_id = $1) order by name, ref",
           {work.authority_id})) {
    found.emplace_back(row.text(0), row.text(1));
  }
  return found;
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

}  // namespace throughline::hear
