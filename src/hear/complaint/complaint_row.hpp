#pragma once

// How a complaint stands in its table, and what the verbs of a case do to it; for the sources of
// this room only.

#include "hear/case.hpp"
#include "hear/complaint/clock.hpp"
#include "hear/complaint/complaint.hpp"
#include "hear/complaint/targets.hpp"

#include <span>
#include <string>
#include <string_view>

namespace throughline::hear {

struct Arrival;

// The columns that read_complaint expects, from `complaints p`, beginning at `first`.
inline constexpr std::string_view complaint_columns =
    "p.case_ref, p.begun, p.ended, p.complexity, p.acknowledge_by, p.target_by, p.period_ends, "
    "p.acknowledged, p.acknowledged_by_means, p.round, p.reopened, p.respond_by, p.first_response, "
    "p.responded, p.delay_explained, p.happened, p.noticed, p.late_decision, p.late_reason, "
    "p.late_decided_by, p.capacity, p.consent, p.consent_on, p.consent_reason, "
    "case when p.represented_by = '' then 0 else 1 end, p.ombudsman_on, p.ombudsman_reference, "
    "p.learning, p.learning_note, p.version";
inline constexpr std::size_t complaint_column_count = 30;
[[nodiscard]] Complaint read_complaint(const store::Row& row, std::size_t first = 0);

[[nodiscard]] std::optional<base::Date> date_in(const std::string& text);
[[nodiscard]] std::string stored(const std::optional<base::Date>& date);

// An open complaint with its case, when both stand as the officer saw them.
struct OpenComplaint {
  Case found;
  Complaint complaint;
};
[[nodiscard]] base::Result<OpenComplaint> open_complaint(store::Reader& reader,
                                                         const record::Work& work,
                                                         const std::string& case_ref,
                                                         std::int64_t version);
// The same, whether it is open or closed.
[[nodiscard]] base::Result<OpenComplaint> any_complaint(store::Reader& reader,
                                                        const record::Work& work,
                                                        const std::string& case_ref,
                                                        std::int64_t version);
// The same, whatever version the officer saw: for what is only ever added to.
[[nodiscard]] base::Result<OpenComplaint> any_complaint(store::Reader& reader,
                                                        const record::Work& work,
                                                        const std::string& case_ref);

// Writes down a changed complaint; the version in the condition orders two officers.
[[nodiscard]] base::Result<void> keep_complaint(store::Writer& writer, const record::Work& work,
                                                const Complaint& changed);

// Works the deadlines out of the day it began and how hard it is.
void set_deadlines(Complaint& complaint, const Targets& targets);
// Only the council's own.
void set_target(Complaint& complaint, const Targets& targets);

// Begins the clock of those that are complaints.
void begin_complaints(store::Writer& writer, const record::Work& work,
                      std::span<const Arrival> arrivals);
// What a case's correction does: a clock begins on a day (again, where there was one), or ends.
void begin_complaint(store::Writer& writer, const record::Work& work, const std::string& case_ref,
                     base::Date begun);
void end_complaint(store::Writer& writer, const record::Work& work, const std::string& case_ref,
                   std::string_view why);
// What opening a closed case again does: a new round, with a plan and a response of its own.
void begin_round(store::Writer& writer, const record::Work& work, const std::string& case_ref);

// Checks of what officers write and of the days they give; problems go under `field`.
void check_words(std::vector<base::Problem>& problems, const std::string& field,
                 const std::string& words, std::size_t most, const std::string& missing);
// A day that has come, not before the complaint began.
void check_past(std::vector<base::Problem>& problems, const std::string& field,
                const std::optional<base::Date>& day, const Complaint& complaint, base::Date today,
                const std::string& missing);

}  // namespace throughline::hear
