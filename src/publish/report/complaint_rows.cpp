#include "publish/report/complaint_rows.hpp"

#include "hear/complaint/clock.hpp"
#include "record/bank_holidays.hpp"

#include <algorithm>
#include <map>

namespace throughline::publish::report {
namespace {

std::optional<base::Date> date_in(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return base::date_from_text(text).value();
}

// What was agreed with the person in the first round stands above the council's own target.
constexpr std::string_view select_rows =
    "select p.case_ref, p.begun, coalesce(s.name, ''), c.relationship, p.acknowledge_by, "
    "p.acknowledged, coalesce((select a.respond_by from complaint_plans a where a.authority_id = "
    "p.authority_id and a.case_ref = p.case_ref and a.round = 1 order by a.number desc limit 1), "
    "p.target_by), p.period_ends, p.first_response, c.status, p.ombudsman_on, p.learning "
    "from complaints p "
    "join cases c on c.authority_id = p.authority_id and c.ref = p.case_ref "
    "left join services s on s.authority_id = c.authority_id and s.ref = c.service_ref "
    "where p.authority_id = $1 and p.ended = '' and p.begun >= $2 and p.begun <= $3 "
    "order by length(p.case_ref), p.case_ref";

ComplaintRow read_row(const store::Row& row) {
  ComplaintRow read;
  read.case_ref = row.text(0);
  read.begun = base::date_from_text(row.text(1)).value();
  read.service = row.text(2);
  read.relationship = row.text(3);
  read.acknowledge_by = date_in(row.text(4));
  if (!read.acknowledge_by) {
    // Complaints that came before their clock did.
    if (const auto by = hear::acknowledge_by(record::working_days(), read.begun)) {
      read.acknowledge_by = *by;
    }
  }
  read.acknowledged = date_in(row.text(5));
  read.promised = date_in(row.text(6));
  read.period_ends = date_in(row.text(7)).value_or(hear::six_months_end(read.begun));
  read.responded = date_in(row.text(8));
  read.closed = row.text(9) == "closed";
  read.at_ombudsman = !row.text(10).empty();
  read.learning = row.text(11);
  return read;
}

}  // namespace

std::vector<ComplaintRow> complaint_rows(store::Reader& reader, const std::string& authority_id,
                                         base::Date first, base::Date last) {
  const store::Values values = {authority_id, base::to_text(first), base::to_text(last)};
  std::vector<ComplaintRow> rows;
  std::map<std::string, std::size_t, std::less<>> places;
  for (const auto& row : reader.rows(std::string(select_rows), values)) {
    places.emplace(row.text(0), rows.size());
    rows.push_back(read_row(row));
  }
  for (const auto& row : reader.rows(
           "select q.case_ref, q.finding from complaint_points q join complaints p on "
           "p.authority_id = q.authority_id and p.case_ref = q.case_ref where q.authority_id = $1 "
           "and p.ended = '' and p.begun >= $2 and p.begun <= $3 order by q.case_ref, q.point",
           values)) {
    const auto place = places.find(row.text(0));
    const auto finding = hear::finding_from_text(row.text(1));
    if (place == places.end()) continue;
    if (finding) {
      rows[place->second].findings.push_back(*finding);
    } else {
      rows[place->second].undecided = true;
    }
  }
  return rows;
}

}  // namespace throughline::publish::report
