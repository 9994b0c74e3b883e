#include "hear/complaint/complaint_row.hpp"

#include "formats/encoding.hpp"
#include "hear/complaint/waiting.hpp"
#include "hear/hear.hpp"
#include "record/bank_holidays.hpp"

namespace throughline::hear {
namespace {

bool blank(const std::string& words) {
  return words.find_first_not_of(" \t\r\n") == std::string::npos;
}

std::string with_commas(std::size_t number) {
  auto text = std::to_string(number);
  if (text.size() > 3) text.insert(text.size() - 3, ",");
  return text;
}

base::Result<OpenComplaint> found_complaint(store::Reader& reader, const record::Work& work,
                                            const std::string& case_ref) {
  auto found = find_case(reader, work.authority_id, case_ref);
  if (!found) return base::refuse(base::ErrorKind::not_found, "There is no such case");
  auto complaint = find_complaint(reader, work.authority_id, case_ref);
  if (!complaint || !complaint->ended.empty() || found->kind != Kind::complaint) {
    return base::refuse(base::ErrorKind::conflict, "This case is not a complaint");
  }
  return OpenComplaint{*std::move(found), *std::move(complaint)};
}

}  // namespace

std::optional<base::Date> date_in(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return base::date_from_text(text).value();
}

std::string stored(const std::optional<base::Date>& date) {
  return date ? base::to_text(*date) : "";
}

Complaint read_complaint(const store::Row& row, std::size_t first) {
  const auto text = [&](std::size_t column) { return row.text(first + column); };
  Complaint read;
  read.case_ref = text(0);
  read.begun = base::date_from_text(text(1)).value();
  read.ended = text(2);
  read.complexity = complexity_from_text(text(3)).value();
  read.acknowledge_by = date_in(text(4));
  if (!read.acknowledge_by) {
    // The list of bank holidays may have grown since.
    if (const auto day = acknowledge_by(record::working_days(), read.begun)) {
      read.acknowledge_by = *day;
    }
  }
  read.target_by = date_in(text(5));
  read.period_ends = date_in(text(6)).value_or(six_months_end(read.begun));
  read.acknowledged = date_in(text(7));
  read.acknowledged_by_means = means_from_text(text(8));
  read.round = row.integer(first + 9);
  read.reopened = date_in(text(10));
  read.respond_by = date_in(text(11));
  read.first_response = date_in(text(12));
  read.responded = date_in(text(13));
  read.delay_explained = date_in(text(14));
  read.happened = date_in(text(15));
  read.noticed = date_in(text(16));
  read.late_decision = text(17);
  read.late_reason = text(18);
  read.late_decided_by = text(19);
  read.capacity = capacity_from_text(text(20));
  read.consent = consent_from_text(text(21));
  read.consent_on = date_in(text(22));
  read.consent_reason = text(23);
  read.names_representative = row.yes(first + 24);
  read.ombudsman_on = date_in(text(25));
  read.ombudsman_reference = text(26);
  read.learning = learning_from_text(text(27));
  read.learning_note = text(28);
  read.version = row.integer(first + 29);
  return read;
}

std::optional<Complaint> find_complaint(store::Reader& reader, const std::string& authority_id,
                                        const std::string& case_ref) {
  const auto row =
      reader.row("select " + std::string(complaint_columns) +
                     " from complaints p where p.authority_id = $1 and p.case_ref = $2",
                 {authority_id, case_ref});
  if (!row) return std::nullopt;
  return read_complaint(*row);
}

base::Result<OpenComplaint> any_complaint(store::Reader& reader, const record::Work& work,
                                          const std::string& case_ref) {
  return found_complaint(reader, work, case_ref);
}

base::Result<OpenComplaint> any_complaint(store::Reader& reader, const record::Work& work,
                                          const std::string& case_ref, std::int64_t version) {
  auto found = found_complaint(reader, work, case_ref);
  if (found && found->complaint.version != version) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone changed this complaint while you had it open. Read what changed, "
                        "then try again");
  }
  return found;
}

base::Result<OpenComplaint> open_complaint(store::Reader& reader, const record::Work& work,
                                           const std::string& case_ref, std::int64_t version) {
  auto found = any_complaint(reader, work, case_ref, version);
  if (found && found->found.status == Status::closed) {
    return base::refuse(base::ErrorKind::conflict, "This complaint is closed. Reopen it first");
  }
  return found;
}

base::Result<void> keep_complaint(store::Writer& writer, const record::Work& work,
                                  const Complaint& changed) {
  const auto text = [](const auto& value) {
    return value ? std::string(to_text(*value)) : std::string();
  };
  const auto rows = writer.execute(
      "update complaints set begun = $4, ended = $5, complexity = $6, acknowledge_by = $7, "
      "target_by = $8, period_ends = $9, acknowledged = $10, acknowledged_by_means = $11, "
      "round = $12, reopened = $13, respond_by = $14, first_response = $15, responded = $16, "
      "delay_explained = $17, happened = $18, noticed = $19, late_decision = $20, "
      "late_reason = $21, late_decided_by = $22, capacity = $23, consent = $24, consent_on = $25, "
      "consent_reason = $26, ombudsman_on = $27, ombudsman_reference = $28, learning = $29, "
      "learning_note = $30, version = version + 1 "
      "where authority_id = $1 and case_ref = $2 and version = $3",
      {work.authority_id,
       changed.case_ref,
       changed.version,
       base::to_text(changed.begun),
       changed.ended,
       std::string(to_text(changed.complexity)),
       stored(changed.acknowledge_by),
       stored(changed.target_by),
       base::to_text(changed.period_ends),
       stored(changed.acknowledged),
       text(changed.acknowledged_by_means),
       changed.round,
       stored(changed.reopened),
       stored(changed.respond_by),
       stored(changed.first_response),
       stored(changed.responded),
       stored(changed.delay_explained),
       stored(changed.happened),
       stored(changed.noticed),
       changed.late_decision,
       changed.late_reason,
       changed.late_decided_by,
       text(changed.capacity),
       text(changed.consent),
       stored(changed.consent_on),
       changed.consent_reason,
       stored(changed.ombudsman_on),
       changed.ombudsman_reference,
       text(changed.learning),
       changed.learning_note});
  if (rows == 0) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone changed this complaint at the same moment. Try again");
  }
  put_waiting(writer, work.authority_id, changed.case_ref);
  return {};
}

void check_words(std::vector<base::Problem>& problems, const std::string& field,
                 const std::string& words, std::size_t most, const std::string& missing) {
  if (blank(words)) {
    if (!missing.empty()) problems.push_back({field, missing});
    return;
  }
  if (!formats::is_utf8(words) || words.find('\0') != std::string::npos) {
    problems.push_back({field, "Some characters could not be read. Type the words again"});
  } else if (characters(words) > most) {
    problems.push_back({field, "This must be " + with_commas(most) + " characters or fewer"});
  }
}

void check_past(std::vector<base::Problem>& problems, const std::string& field,
                const std::optional<base::Date>& day, const Complaint& complaint, base::Date today,
                const std::string& missing) {
  if (!day) {
    problems.push_back({field, missing});
  } else if (*day > today) {
    problems.push_back({field, "The date must be today or in the past"});
  } else if (*day < complaint.begun) {
    problems.push_back({field, "The date must be on or after " +
                                   base::to_long_text(complaint.begun) +
                                   ", the day the complaint was received"});
  }
}

}  // namespace throughline::hear
