#include "hear/case_row.hpp"
#include "hear/complaint/complaint_row.hpp"
#include "hear/complaint/waiting.hpp"
#include "record/bank_holidays.hpp"
#include "store/bulk.hpp"

namespace throughline::hear {
namespace {

store::Values new_row(const std::string& authority_id, const Complaint& begun) {
  store::Values row{authority_id,
                    begun.case_ref,
                    base::to_text(begun.begun),
                    std::string(to_text(begun.complexity)),
                    stored(begun.acknowledge_by),
                    stored(begun.target_by),
                    base::to_text(begun.period_ends)};
  return row;
}

constexpr std::string_view insert_complaint =
    "insert into complaints (authority_id, case_ref, begun, complexity, acknowledge_by, target_by, "
    "period_ends, ended, acknowledged, acknowledged_by_means, round, reopened, respond_by, "
    "first_response, responded, delay_explained, happened, noticed, late_decision, late_reason, "
    "late_decided_by, capacity, consent, consent_on, consent_reason, represented_by, ombudsman_on, "
    "ombudsman_reference, learning, learning_note, version)";

void insert(store::Writer& writer, const std::string& authority_id,
            const std::vector<Complaint>& begun) {
  std::vector<store::Values> rows;
  for (const auto& each : begun) {
    auto row = new_row(authority_id, each);
    for (int i = 0; i < 3; ++i) row.emplace_back(std::string());
    row.emplace_back(std::int64_t{1});
    for (int i = 0; i < 19; ++i) row.emplace_back(std::string());
    row.emplace_back(std::int64_t{1});
    rows.push_back(std::move(row));
  }
  store::insert_rows(writer, insert_complaint, rows);
}

Complaint beginning(const std::string& case_ref, base::Date day, const Targets& targets) {
  Complaint begun;
  begun.case_ref = case_ref;
  begun.begun = day;
  set_deadlines(begun, targets);
  return begun;
}

}  // namespace

void set_deadlines(Complaint& complaint, const Targets& targets) {
  const auto& days = record::working_days();
  const auto acknowledged = acknowledge_by(days, complaint.begun);
  complaint.acknowledge_by = acknowledged ? std::optional(*acknowledged) : std::nullopt;
  complaint.period_ends = six_months_end(complaint.begun);
  set_target(complaint, targets);
}

void set_target(Complaint& complaint, const Targets& targets) {
  complaint.target_by.reset();
  const auto target = targets.find(complaint.complexity);
  if (target == targets.end()) return;
  const auto day = target_by(record::working_days(), complaint.begun, target->second);
  if (day) complaint.target_by = *day;
}

void begin_complaints(store::Writer& writer, const record::Work& work,
                      std::span<const Arrival> arrivals) {
  std::optional<Targets> targets;
  std::vector<Complaint> begun;
  std::vector<WaitingComplaint> waiting;
  for (const auto& [found, submission_key] : arrivals) {
    if (found.kind != Kind::complaint) continue;
    if (!targets) targets = targets_of(writer, work.authority_id);
    begun.push_back(beginning(found.ref, found.received, *targets));
    waiting.push_back({found, begun.back()});
  }
  insert(writer, work.authority_id, begun);
  add_waiting(writer, work.authority_id, waiting);
}

void begin_complaint(store::Writer& writer, const record::Work& work, const std::string& case_ref,
                     base::Date day) {
  const auto targets = targets_of(writer, work.authority_id);
  auto before = find_complaint(writer, work.authority_id, case_ref);
  if (!before) {
    insert(writer, work.authority_id, {beginning(case_ref, day, targets)});
    put_waiting(writer, work.authority_id, case_ref);
    return;
  }
  before->ended.clear();
  before->begun = day;
  set_deadlines(*before, targets);
  // The case's own version has ordered those who change it.
  (void)keep_complaint(writer, work, *before);
}

void end_complaint(store::Writer& writer, const record::Work& work, const std::string& case_ref,
                   std::string_view why) {
  writer.execute(
      "update complaints set ended = $3, version = version + 1 "
      "where authority_id = $1 and case_ref = $2",
      {work.authority_id, case_ref, std::string(why)});
  put_waiting(writer, work.authority_id, case_ref);
}

void begin_round(store::Writer& writer, const record::Work& work, const std::string& case_ref) {
  writer.execute(
      "update complaints set round = round + 1, reopened = $3, respond_by = '', responded = '', "
      "learning = '', learning_note = '', version = version + 1 "
      "where authority_id = $1 and case_ref = $2",
      {work.authority_id, case_ref, base::to_text(work.today())});
  put_waiting(writer, work.authority_id, case_ref);
}

}  // namespace throughline::hear
