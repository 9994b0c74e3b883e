#include "hear/complaint/waiting.hpp"

#include "hear/case_row.hpp"
#include "hear/complaint/complaint_row.hpp"
#include "store/bulk.hpp"

#include <algorithm>
#include <vector>

namespace throughline::hear {
namespace {

constexpr std::string_view insert_waiting =
    "insert into complaints_waiting (authority_id, case_ref, number, begun, step, due, "
    "delay_after, officer_ref, service_ref)";

store::Values row_of(const std::string& authority_id, const WaitingComplaint& waiting) {
  const auto waits = waits_for(waiting.complaint);
  return {authority_id,
          waiting.of_case.ref,
          number_of(waiting.of_case.ref),
          base::to_text(waiting.complaint.begun),
          std::string(to_text(waits.step)),
          waits.due ? base::to_text(*waits.due) : std::string(no_day),
          stored(waits.delay_after),
          waiting.of_case.officer_ref,
          waiting.of_case.service_ref};
}

bool is_waiting(const WaitingComplaint& each) {
  return each.of_case.kind == Kind::complaint && each.of_case.status != Status::closed &&
         each.complaint.ended.empty();
}

std::vector<WaitingComplaint> read(store::Reader& reader, const std::string& authority_id,
                                   const std::string& condition, const std::string& value) {
  std::vector<WaitingComplaint> found;
  store::Values values{authority_id};
  if (!value.empty()) values.emplace_back(value);
  for (const auto& row : reader.rows(
           "select " + std::string(case_columns) + ", " + std::string(complaint_columns) +
               " from " + std::string(case_tables) +
               " join complaints p on p.authority_id = c.authority_id and p.case_ref = c.ref "
               "where c.authority_id = $1 and " +
               condition,
           values)) {
    WaitingComplaint each{read_case(row), read_complaint(row, case_column_count)};
    if (is_waiting(each)) found.push_back(std::move(each));
  }
  return found;
}

}  // namespace

WaitsFor waits_for(const Complaint& complaint) {
  // Standing on its first day knows nothing of the period that may end later.
  const auto stands = standing(complaint, false, false, complaint.begun);
  WaitsFor waits{stands.next, stands.due, std::nullopt};
  const bool answered = complaint.responded || complaint.first_response;
  if (complaint.acknowledged && !answered && !complaint.delay_explained) {
    waits.delay_after = complaint.period_ends;
  }
  return waits;
}

void add_waiting(store::Writer& writer, const std::string& authority_id,
                 std::span<const WaitingComplaint> arrived) {
  std::vector<store::Values> rows;
  rows.reserve(arrived.size());
  for (const auto& each : arrived) {
    if (is_waiting(each)) rows.push_back(row_of(authority_id, each));
  }
  store::insert_rows(writer, insert_waiting, rows);
}

void put_waiting(store::Writer& writer, const std::string& authority_id,
                 const std::string& case_ref) {
  writer.execute("delete from complaints_waiting where authority_id = $1 and case_ref = $2",
                 {authority_id, case_ref});
  add_waiting(writer, authority_id, read(writer, authority_id, "c.ref = $2", case_ref));
}

void rebuild_waiting(store::Writer& writer, const std::string& authority_id) {
  writer.execute("delete from complaints_waiting where authority_id = $1", {authority_id});
  add_waiting(
      writer, authority_id,
      read(writer, authority_id, "c.status in ('received', 'looking_into') and p.ended = ''", ""));
}

std::int64_t work_out_waiting(store::Writer& writer, const std::string& authority_id) {
  std::int64_t done = 0;
  for (const auto& row :
       writer.rows("select case_ref, step from complaints_waiting where authority_id = $1 and "
                   "due = $2 and step in ('', 'acknowledge') order by number",
                   {authority_id, std::string(no_day)})) {
    put_waiting(writer, authority_id, row.text(0));
    ++done;
  }
  return done;
}

}  // namespace throughline::hear
