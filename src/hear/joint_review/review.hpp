#pragma once

// A joint review: an incident that the council and its partners look at together to learn from it,
// without blame. It is a record on the line: cases are looked at in it, it has themes and raises
// actions. A partner sees the reviews that its organisation takes part in or asked for, and no
// other; until it accepts it sees what the review is about and no more.
//
// It is neither a safeguarding enquiry nor the answer to a complaint, and replaces neither.

#include "base/date.hpp"
#include "base/result.hpp"
#include "hear/joint_review/names.hpp"
#include "hear/joint_review/words.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::hear::joint_review {

// The council's own place among the organisations.
inline constexpr std::string_view council_party = "council";

inline constexpr std::size_t most_title = 120;
inline constexpr std::size_t most_why = 2'000;
inline constexpr std::size_t most_fact = 1'000;
inline constexpr std::size_t most_part_answer = 4'000;
inline constexpr std::size_t most_learning = 4'000;
inline constexpr std::size_t most_reason = 1'000;
inline constexpr std::int64_t most_facts = 200;

// What an organisation writes for itself.
struct Part {
  std::string saw;         // what happened as it saw it
  std::string went_well;   // what went well
  std::string learned;     // what it learned
  std::string in_the_way;  // what in the way things work got in the way
  std::string will_do;     // what it will do
};

struct Party {
  std::string ref;   // "PARTNER-2", or council_party
  std::string name;  // "Larkfield Homes"
  PartyState state{};
  base::Date due;
  std::string declined_why;
  std::optional<base::Date> submitted_on;
  std::optional<View> view;
  std::string otherwise;  // its words, where it sees the learning otherwise
  std::int64_t version = 1;
  std::optional<Part> part;  // once submitted, for those who take part

  [[nodiscard]] bool takes_part() const;
  [[nodiscard]] bool is_late(base::Date today) const;
};

struct Fact {
  std::int64_t number = 0;
  base::Date on;
  std::string at;  // "14:30"; may be empty
  std::string fact;
  std::string party_ref;
  std::string party_name;
};

struct Review {
  std::string ref;  // "REVIEW-3"
  std::string title;
  std::string why;
  base::Date from;  // of the incident
  std::optional<base::Date> to;
  std::string service_ref;
  std::string service_name;
  std::optional<base::Date> due;  // nothing while it is only asked for
  State state = State::open;
  std::string asked_by;       // a partner's ref; empty: the council began it
  std::string asked_by_name;  // of the organisation
  std::string declined_why;
  std::string learning;
  std::string no_actions_why;
  bool names_parties = false;  // the shared note says who took part
  std::optional<base::Date> closed_on;
  std::int64_t version = 1;
  std::string added_at;        // instant
  std::vector<Party> parties;  // the council first, then by name
  std::vector<Fact> facts;     // in the order in which they happened; only find_review() gives them
  bool whole = true;           // whether the reader may see what those who take part see

  [[nodiscard]] const Party* party(std::string_view party_ref) const;
  [[nodiscard]] int late_parts(base::Date today) const;
};

struct ReviewForm {
  std::string title;
  std::string why;
  std::optional<base::Date> from;
  std::optional<base::Date> to;
  std::string service_ref;
  std::optional<base::Date> due;  // not asked of a partner
  Looked looked = Looked::no;
};

// The organisation that whoever is at work acts for: a partner's, or the council. Nothing for a
// partner who signs in for none.
[[nodiscard]] std::optional<std::string> acting_for(store::Reader& reader,
                                                    const record::Work& work);

struct ReviewFilter {
  std::optional<State> state;
  bool late_only = false;
  std::string service_ref;
};
// Those that whoever is at work may see, latest first, without facts and parts.
[[nodiscard]] std::vector<Review> reviews(store::Reader& reader, const record::Work& work,
                                          const ReviewFilter& filter);
// As whoever is at work may see it; nothing also for one that is another organisation's.
[[nodiscard]] std::optional<Review> find_review(store::Reader& reader, const record::Work& work,
                                                const std::string& ref);

// The council begins one and takes part in it. Errors: invalid, with every problem: title, why,
// from, to, service, due. Gives its ref.
[[nodiscard]] base::Result<std::string> begin_review(store::Writer& writer,
                                                     const record::Work& work,
                                                     const ReviewForm& form);
// A partner asks for one. Errors: the same; conflict, when whoever asks signs in for no
// organisation.
[[nodiscard]] base::Result<std::string> ask_for_review(store::Writer& writer,
                                                       const record::Work& work,
                                                       const ReviewForm& form);
// The council takes on what was asked for, with a day by which parts are due; or declines it, with
// a reason that the partner reads. Errors: not_found; conflict, when it was answered; invalid:
// due, why.
[[nodiscard]] base::Result<void> take_on(store::Writer& writer, const record::Work& work,
                                         const std::string& ref, std::optional<base::Date> due);
[[nodiscard]] base::Result<void> decline_request(store::Writer& writer, const record::Work& work,
                                                 const std::string& ref, const std::string& why,
                                                 Looked looked);
// Errors: as begin_review; not_found; conflict, when it changed since `version` or is not open.
[[nodiscard]] base::Result<void> change_review(store::Writer& writer, const record::Work& work,
                                               const std::string& ref, std::int64_t version,
                                               const ReviewForm& form);

// Puts the nodes of all reviews back, for `throughline rebuild`.
void rebuild_joint_reviews(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::hear::joint_review
