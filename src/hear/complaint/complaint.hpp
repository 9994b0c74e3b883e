#pragma once

// A complaint under the Local Authority Social Services and National Health Service Complaints
// (England) Regulations 2009: a case whose kind is complaint, with the clock that the law sets, the
// plan agreed with the person, the points complained of and what was found about each, the
// response, and what was learned. The front door for everything beside the case itself (hear.hpp).
//
// A clock begins with the case (or when a case is corrected to a complaint) and is never paused:
// the Regulations know no pause. A complaint is closed by close_complaint() and in no other way.
// Source: si-2009-309

#include "base/date.hpp"
#include "base/result.hpp"
#include "hear/complaint/words.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace throughline::hear {

inline constexpr std::size_t most_point_characters = 2'000;
inline constexpr std::size_t most_long_characters = 10'000;
inline constexpr std::size_t most_short_characters = 200;
inline constexpr int most_points = 100;

struct Complaint {
  std::string case_ref;
  base::Date begun;   // the day it was received as a complaint
  std::string ended;  // "", or why it stopped being a complaint: "concern", "corrected"
  Complexity complexity = Complexity::standard;

  std::optional<base::Date> acknowledge_by;  // nothing: the list of bank holidays has ended
  std::optional<base::Date> target_by;       // nothing: the council has no target of its own
  base::Date period_ends;                    // six months, or longer when the person agreed
  std::optional<base::Date> acknowledged;
  std::optional<Means> acknowledged_by_means;

  std::int64_t round = 1;  // one more each time it is opened again
  std::optional<base::Date> reopened;
  std::optional<base::Date> respond_by;      // of the plan of this round
  std::optional<base::Date> first_response;  // of any round
  std::optional<base::Date> responded;       // of this round
  std::optional<base::Date> delay_explained;

  std::optional<base::Date> happened;
  std::optional<base::Date> noticed;
  std::string late_decision;  // "accepted", "refused", or ""
  std::string late_reason;
  std::string late_decided_by;  // USER ref

  std::optional<Capacity> capacity;
  std::optional<Consent> consent;
  std::optional<base::Date> consent_on;
  std::string consent_reason;
  bool names_representative = false;  // the name itself stands with who the person is

  std::optional<base::Date> ombudsman_on;
  std::string ombudsman_reference;

  std::optional<Learning> learning;
  std::string learning_note;
  std::int64_t version = 1;
};

struct ComplaintPoint {
  std::int64_t number = 0;  // 1, 2, 3 ...
  std::string words;
  std::optional<Finding> finding;
  std::string reasoning;
  std::vector<Remedy> remedies;
  std::int64_t pence = 0;
  std::optional<base::Date> decided;
};

struct ComplaintPlan {
  std::int64_t number = 0;
  std::int64_t round = 1;
  base::Date made_on;
  bool agreed = true;  // false: they did not want to discuss it; the council set it and told them
  std::string what;
  std::string how;
  base::Date respond_by;
  std::string reason;
  std::string made_by;  // name
};

struct ComplaintDelay {
  base::Date sent;
  Means means{};
  std::string reason;
};

struct ComplaintResponse {
  std::int64_t number = 0;
  std::int64_t round = 1;
  base::Date sent;
  Means means{};
  std::string summary;
  std::string sent_by;  // name
};

struct ComplaintNote {
  std::string at;  // instant
  std::string author;
  std::string words;
};

struct JointBody {
  std::int64_t number = 0;
  std::string name;
  BodyKind kind{};
  bool leads = false;
  Consent consent{};
  std::optional<base::Date> consent_on;
  std::string reason;
};

struct ContactLimit {
  std::int64_t number = 0;
  base::Date decided;
  std::string decided_by;  // name
  std::string reason;
  base::Date review_on;
};

// What is known. Nothing (or none) for a case that never was a complaint.
[[nodiscard]] std::optional<Complaint> find_complaint(store::Reader& reader,
                                                      const std::string& authority_id,
                                                      const std::string& case_ref);
// Each in the order in which it was written.
[[nodiscard]] std::vector<ComplaintPoint> points_of(store::Reader& reader,
                                                    const std::string& authority_id,
                                                    const std::string& case_ref);
[[nodiscard]] std::vector<ComplaintPlan> plans_of(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  const std::string& case_ref);
[[nodiscard]] std::vector<ComplaintDelay> delays_of(store::Reader& reader,
                                                    const std::string& authority_id,
                                                    const std::string& case_ref);
[[nodiscard]] std::vector<ComplaintResponse> responses_of(store::Reader& reader,
                                                          const std::string& authority_id,
                                                          const std::string& case_ref);
[[nodiscard]] std::vector<ComplaintNote> notes_of(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  const std::string& case_ref);
[[nodiscard]] std::vector<JointBody> bodies_of(store::Reader& reader,
                                               const std::string& authority_id,
                                               const std::string& case_ref);
[[nodiscard]] std::optional<ContactLimit> contact_limit_of(store::Reader& reader,
                                                           const std::string& authority_id,
                                                           const std::string& case_ref);

// The outcome of the whole, from its points: upheld when each was, not upheld when none was, partly
// upheld between; points that were withdrawn count only when all were. Nothing until each has one.
struct Overall {
  Finding finding{};
  std::string why;  // "2 of 3 points were upheld or partly upheld; 1 was withdrawn"
};
[[nodiscard]] std::optional<Overall> overall(const std::vector<ComplaintPoint>& points);
// Upheld or partly upheld: "well-founded" in the annual report.
// Source: si-2009-309, regulation 18(1)(b)
[[nodiscard]] bool well_founded(Finding finding);

// Where a complaint stands on a day, worked out of the rest.
struct Standing {
  Stage stage{};
  NextStep next{};
  std::optional<base::Date> due;  // of the next step; nothing when none can be given
  bool past_period = false;       // six months (or longer, as agreed) are over without a response
  bool needs_late_decision = false;  // made after 12 months, and nobody has decided on it yet
};
[[nodiscard]] Standing standing(const Complaint& complaint, bool looking_into, bool closed,
                                base::Date today);

// The verbs. Each is given the version of the complaint that the officer was looking at, and bumps
// it. Errors of all: not_found; conflict, when it has changed since, is closed, or is no complaint;
// invalid, with every problem.

struct Acknowledgement {
  std::optional<base::Date> on;
  std::optional<Means> means;
  std::optional<Complexity> complexity;
};
[[nodiscard]] base::Result<void> acknowledge_complaint(store::Writer& writer,
                                                       const record::Work& work,
                                                       const std::string& case_ref,
                                                       std::int64_t version,
                                                       const Acknowledgement& given);

// Gives it to an officer or a lead who signs in, whether or not they have started on it.
[[nodiscard]] base::Result<void> give_to_officer(store::Writer& writer, const record::Work& work,
                                                 const std::string& case_ref, std::int64_t version,
                                                 const std::string& officer_ref);
// Those whom it can be given to: ref and name, in order of name.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> officers(
    store::Reader& reader, const std::string& authority_id);

// Sets how hard it is, which moves the day of the council's own target.
[[nodiscard]] base::Result<void> set_complexity(store::Writer& writer, const record::Work& work,
                                                const std::string& case_ref, std::int64_t version,
                                                std::optional<Complexity> complexity);

// What will be done, how, and by when. A plan beyond the six months must be agreed with the person
// before they end; a change to a plan says why.
// Source: si-2009-309, regulations 13(7), 13(8) and 14(4)
struct NewPlan {
  std::optional<base::Date> made_on;
  std::optional<bool> agreed;
  std::string what;
  std::string how;
  std::optional<base::Date> respond_by;
  std::string reason;  // only for a change
};
[[nodiscard]] base::Result<void> agree_plan(store::Writer& writer, const record::Work& work,
                                            const std::string& case_ref, std::int64_t version,
                                            const NewPlan& given);

// That the person was told in writing why there is no response within the period.
// Source: si-2009-309, regulation 14(3)
struct NewDelay {
  std::optional<base::Date> sent;
  std::optional<Means> means;
  std::string reason;
};
[[nodiscard]] base::Result<void> explain_delay(store::Writer& writer, const record::Work& work,
                                               const std::string& case_ref, std::int64_t version,
                                               const NewDelay& given);

struct PointForm {
  std::string words;
  std::optional<Finding> finding;  // nothing: not found yet
  std::string reasoning;
  std::vector<Remedy> remedies;
  std::string pounds;  // as typed: "150" or "150.50"; empty for none
};
[[nodiscard]] base::Result<void> add_complaint_point(store::Writer& writer,
                                                     const record::Work& work,
                                                     const std::string& case_ref,
                                                     std::int64_t version,
                                                     const std::string& words);
[[nodiscard]] base::Result<void> change_point(store::Writer& writer, const record::Work& work,
                                              const std::string& case_ref, std::int64_t version,
                                              std::int64_t number, const PointForm& form);

// The response in writing, with what the law wants in it.
// Source: si-2009-309, regulation 14(2)
struct NewResponse {
  std::optional<base::Date> sent;
  std::optional<Means> means;  // letter or email
  std::string summary;         // what the person reads with their reference: no names
  bool says_how_considered = false;
  bool says_what_is_done = false;
  bool says_ombudsman = false;
};
[[nodiscard]] base::Result<void> record_response(store::Writer& writer, const record::Work& work,
                                                 const std::string& case_ref, std::int64_t version,
                                                 const NewResponse& given);

// Closes a complaint: every point has its outcome, the response of this round is sent (unless all
// was withdrawn), and what was learned is said. What is missing is refused under "points",
// "response", "learning" and "note".
struct Learned {
  std::optional<Learning> learning;
  std::string note;
};
[[nodiscard]] base::Result<void> close_complaint(store::Writer& writer, const record::Work& work,
                                                 const std::string& case_ref, std::int64_t version,
                                                 const Learned& learned);

// A spoken complaint that was put right by the end of the next working day, to the person's
// satisfaction, is kept as a concern, and closed. Refused after that day.
struct PutRight {
  bool satisfied = false;
  std::string answer;  // what was done; the person reads it with their reference
};
[[nodiscard]] base::Result<void> keep_as_concern(store::Writer& writer, const record::Work& work,
                                                 const std::string& case_ref, std::int64_t version,
                                                 const PutRight& given);

// When it happened, when the person noticed, and, for a complaint made after the 12 months, whether
// the council looks into it all the same and why.
// Source: si-2009-309, regulation 12
struct TimeLimit {
  std::optional<base::Date> happened;
  std::optional<base::Date> noticed;
  std::string decision;  // "accepted", "refused"; needed only when it came too late
  std::string reason;
};
[[nodiscard]] base::Result<void> set_time_limit(store::Writer& writer, const record::Work& work,
                                                const std::string& case_ref, std::int64_t version,
                                                const TimeLimit& given);
// Whether a complaint was made after the 12 months.
[[nodiscard]] bool came_too_late(const Complaint& complaint);

// Who speaks, why they may, and whether the person whose care it is about agrees.
// Source: si-2009-309, regulation 5
struct Speaker {
  std::optional<Capacity> capacity;
  std::optional<Consent> consent;  // not asked of those who complain about their own care
  std::optional<base::Date> consent_on;
  std::string reason;          // why consent is not needed
  std::string represented_by;  // empty: as it was
};
[[nodiscard]] base::Result<void> set_speaker(store::Writer& writer, const record::Work& work,
                                             const std::string& case_ref, std::int64_t version,
                                             const Speaker& given);
// The representative's name; only for the page that shows who someone is, which notes the look.
[[nodiscard]] std::string representative_of(store::Reader& reader, const std::string& authority_id,
                                            const std::string& case_ref);

// Another body that answers for a part of it.
// Source: si-2009-309, regulation 9
struct NewBody {
  std::string name;
  std::optional<BodyKind> kind;
  std::optional<bool> leads;
  std::optional<Consent> consent;
  std::optional<base::Date> consent_on;
  std::string reason;
};
[[nodiscard]] base::Result<void> add_body(store::Writer& writer, const record::Work& work,
                                          const std::string& case_ref, std::int64_t version,
                                          const NewBody& given);
[[nodiscard]] base::Result<void> remove_body(store::Writer& writer, const record::Work& work,
                                             const std::string& case_ref, std::int64_t version,
                                             std::int64_t number);

// What staff write down while they look into it. Never shown to the person.
[[nodiscard]] base::Result<void> add_note(store::Writer& writer, const record::Work& work,
                                          const std::string& case_ref, const std::string& words);

// That contact is limited because of how it is made: why, and when that is looked at again.
// Open on closed complaints too.
struct NewContactLimit {
  std::string reason;
  std::optional<base::Date> review_on;
};
[[nodiscard]] base::Result<void> limit_contact(store::Writer& writer, const record::Work& work,
                                               const std::string& case_ref,
                                               const NewContactLimit& given);
[[nodiscard]] base::Result<void> end_contact_limit(store::Writer& writer, const record::Work& work,
                                                   const std::string& case_ref);

// That the Ombudsman has it. Open on closed complaints too, for that is when it happens.
[[nodiscard]] base::Result<void> refer_to_ombudsman(store::Writer& writer, const record::Work& work,
                                                    const std::string& case_ref,
                                                    std::int64_t version,
                                                    std::optional<base::Date> on,
                                                    const std::string& reference);

// Joins a complaint to an earlier case that the same person, or about the same matter, brought.
enum class Likeness { same_person, same_matter };
[[nodiscard]] base::Result<void> link_repeat(store::Writer& writer, const record::Work& work,
                                             const std::string& case_ref,
                                             const std::string& earlier_ref,
                                             std::optional<Likeness> likeness);

}  // namespace throughline::hear
