#pragma once

// What a joint review looked at and led to: the facts of what happened, the cases, and what is done
// together. Who adds a fact for a partner is that partner; the council adds for any who take part.

#include "hear/joint_review/review.hpp"

namespace throughline::hear::joint_review {

struct FactForm {
  std::optional<base::Date> on;
  std::string at;         // "14:30" or empty
  std::string fact;       // what happened
  std::string party_ref;  // who says so; a partner speaks for itself whatever stands here
  Looked looked = Looked::no;
};
// Errors: not_found; conflict, when the review is not open, they do not take part, or there are
// most_facts; invalid: on, at, fact, party.
[[nodiscard]] base::Result<void> add_fact(store::Writer& writer, const record::Work& work,
                                          const std::string& ref, const FactForm& form);
// The council takes out any; a partner its own. Errors: not_found; conflict, when not open.
[[nodiscard]] base::Result<void> remove_fact(store::Writer& writer, const record::Work& work,
                                             const std::string& ref, std::int64_t number);

// For the council. Errors: not_found; conflict, when not open; invalid: case.
[[nodiscard]] base::Result<void> look_at_case(store::Writer& writer, const record::Work& work,
                                              const std::string& ref, const std::string& case_ref);
[[nodiscard]] base::Result<void> leave_out_case(store::Writer& writer, const record::Work& work,
                                                const std::string& ref,
                                                const std::string& case_ref);

struct JointAction {
  std::string action_ref;
  std::string party_ref;
  std::string party_name;
};
// In the order in which they were raised; for one without an owner among the organisations the
// party is empty.
[[nodiscard]] std::vector<JointAction> joint_actions(store::Reader& reader,
                                                     const std::string& authority_id,
                                                     const Review& review);
// What the organisation of whoever is at work sees through, in the reviews that it takes part in.
struct OwnAction {
  std::string review_ref;
  std::string action_ref;
};
[[nodiscard]] std::vector<OwnAction> own_actions(store::Reader& reader, const record::Work& work);
// Says whose an action is that this review raised (act.hpp raises it, in the same transaction).
// Errors: not_found; conflict, when not open; invalid: owner, when it does not take part.
[[nodiscard]] base::Result<void> give_action(store::Writer& writer, const record::Work& work,
                                             const std::string& ref, const std::string& action_ref,
                                             const std::string& party_ref);

}  // namespace throughline::hear::joint_review
