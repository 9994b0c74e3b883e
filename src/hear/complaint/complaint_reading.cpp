#include "hear/complaint/complaint_row.hpp"

#include <map>

namespace throughline::hear {

std::vector<ComplaintPoint> points_of(store::Reader& reader, const std::string& authority_id,
                                      const std::string& case_ref) {
  std::map<std::int64_t, std::vector<Remedy>> remedies;
  for (const auto& row : reader.rows("select point, remedy from complaint_remedies "
                                     "where authority_id = $1 and case_ref = $2 order by remedy",
                                     {authority_id, case_ref})) {
    remedies[row.integer(0)].push_back(remedy_from_text(row.text(1)).value());
  }
  std::vector<ComplaintPoint> points;
  for (const auto& row :
       reader.rows("select point, words, finding, reasoning, pence, decided from complaint_points "
                   "where authority_id = $1 and case_ref = $2 order by point",
                   {authority_id, case_ref})) {
    points.push_back({row.integer(0), row.text(1), finding_from_text(row.text(2)), row.text(3),
                      remedies[row.integer(0)], row.integer(4), date_in(row.text(5))});
  }
  return points;
}

std::vector<ComplaintPlan> plans_of(store::Reader& reader, const std::string& authority_id,
                                    const std::string& case_ref) {
  std::vector<ComplaintPlan> plans;
  for (const auto& row : reader.rows(
           "select p.number, p.round, p.made_on, p.agreed, p.what, p.how, p.respond_by, p.reason, "
           "coalesce(u.name, '') from complaint_plans p left join users u "
           "on u.authority_id = p.authority_id and u.ref = p.made_by "
           "where p.authority_id = $1 and p.case_ref = $2 order by p.number",
           {authority_id, case_ref})) {
    plans.push_back({row.integer(0), row.integer(1), date_in(row.text(2)).value(), row.yes(3),
                     row.text(4), row.text(5), date_in(row.text(6)).value(), row.text(7),
                     row.text(8)});
  }
  return plans;
}

std::vector<ComplaintDelay> delays_of(store::Reader& reader, const std::string& authority_id,
                                      const std::string& case_ref) {
  std::vector<ComplaintDelay> delays;
  for (const auto& row : reader.rows("select sent, means, reason from complaint_delays "
                                     "where authority_id = $1 and case_ref = $2 order by number",
                                     {authority_id, case_ref})) {
    delays.push_back(
        {date_in(row.text(0)).value(), means_from_text(row.text(1)).value(), row.text(2)});
  }
  return delays;
}

std::vector<ComplaintResponse> responses_of(store::Reader& reader, const std::string& authority_id,
                                            const std::string& case_ref) {
  std::vector<ComplaintResponse> responses;
  for (const auto& row :
       reader.rows("select r.number, r.round, r.sent, r.means, r.summary, coalesce(u.name, '') "
                   "from complaint_responses r left join users u "
                   "on u.authority_id = r.authority_id and u.ref = r.sent_by "
                   "where r.authority_id = $1 and r.case_ref = $2 order by r.number",
                   {authority_id, case_ref})) {
    responses.push_back({row.integer(0), row.integer(1), date_in(row.text(2)).value(),
                         means_from_text(row.text(3)).value(), row.text(4), row.text(5)});
  }
  return responses;
}

std::vector<ComplaintNote> notes_of(store::Reader& reader, const std::string& authority_id,
                                    const std::string& case_ref) {
  std::vector<ComplaintNote> notes;
  for (const auto& row : reader.rows("select n.at, coalesce(u.name, ''), n.words "
                                     "from complaint_notes n left join users u "
                                     "on u.authority_id = n.authority_id and u.ref = n.author_ref "
                                     "where n.authority_id = $1 and n.case_ref = $2 "
                                     "order by n.number",
                                     {authority_id, case_ref})) {
    notes.push_back({row.text(0), row.text(1), row.text(2)});
  }
  return notes;
}

std::vector<JointBody> bodies_of(store::Reader& reader, const std::string& authority_id,
                                 const std::string& case_ref) {
  std::vector<JointBody> bodies;
  for (const auto& row :
       reader.rows("select number, name, kind, leads, consent, consent_on, reason "
                   "from complaint_bodies where authority_id = $1 and case_ref = $2 "
                   "and removed = '' order by number",
                   {authority_id, case_ref})) {
    bodies.push_back({row.integer(0), row.text(1), body_kind_from_text(row.text(2)).value(),
                      row.yes(3), consent_from_text(row.text(4)).value(), date_in(row.text(5)),
                      row.text(6)});
  }
  return bodies;
}

std::optional<ContactLimit> contact_limit_of(store::Reader& reader, const std::string& authority_id,
                                             const std::string& case_ref) {
  const auto row = reader.row(
      "select l.number, l.decided, coalesce(u.name, ''), l.reason, l.review_on "
      "from contact_limits l left join users u "
      "on u.authority_id = l.authority_id and u.ref = l.decided_by "
      "where l.authority_id = $1 and l.case_ref = $2 and l.ended = '' "
      "order by l.number desc limit 1",
      {authority_id, case_ref});
  if (!row) return std::nullopt;
  return ContactLimit{row->integer(0), date_in(row->text(1)).value(), row->text(2), row->text(3),
                      date_in(row->text(4)).value()};
}

std::string representative_of(store::Reader& reader, const std::string& authority_id,
                              const std::string& case_ref) {
  const auto row =
      reader.row("select represented_by from complaints where authority_id = $1 and case_ref = $2",
                 {authority_id, case_ref});
  return row ? row->text(0) : "";
}

}  // namespace throughline::hear
