#pragma once

// The end of a joint review: the learning note, what each organisation says of it, agreeing and
// closing, and what is then shared with every partner and all staff.
//
// It refuses to close while a part is missing without a reason, without a note, and without a joint
// action or a reason why there is none.

#include "hear/joint_review/review.hpp"

namespace throughline::hear::joint_review {

struct LearningForm {
  std::string learning;
  std::string no_actions_why;  // may be empty
  bool names_parties = false;
  std::vector<std::string> theme_refs;
  std::int64_t version = 0;  // of the review
  Looked looked = Looked::no;
};
// A note in other words is agreed anew: what organisations said of the last is taken away.
// Errors: not_found; conflict, when it changed since or is not open; invalid: learning,
// no_actions_why, themes.
[[nodiscard]] base::Result<void> keep_learning(store::Writer& writer, const record::Work& work,
                                               const std::string& ref, const LearningForm& form);
[[nodiscard]] std::vector<std::string> theme_refs(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  const std::string& ref);

// A partner that takes part says whether it agrees; where it does not, its words are shown as they
// are. Errors: not_found; conflict, without a note; invalid: view, otherwise.
[[nodiscard]] base::Result<void> say_view(store::Writer& writer, const record::Work& work,
                                          const std::string& ref, const std::string& view,
                                          const std::string& otherwise, Looked looked);

// What stands in the way of closing, each in a sentence; empty: nothing does.
[[nodiscard]] std::vector<std::string> missing_to_close(store::Reader& reader,
                                                        const std::string& authority_id,
                                                        const Review& review);
// Errors: not_found; conflict, with what is missing, or when it is not open.
[[nodiscard]] base::Result<void> close_review(store::Writer& writer, const record::Work& work,
                                              const std::string& ref);
// Errors: not_found; conflict, when it is not closed; invalid: reason.
[[nodiscard]] base::Result<void> reopen_review(store::Writer& writer, const record::Work& work,
                                               const std::string& ref, const std::string& reason);

// What partners and staff read. `parties` is empty unless the review says who took part.
struct Otherwise {
  std::string party_name;  // empty unless the review says who took part
  std::string words;
};
struct SharedLearning {
  std::string ref;
  std::string title;
  std::string service_name;
  std::string learning;
  base::Date closed_on;
  std::vector<std::string> parties;
  std::vector<Otherwise> otherwise;
};
// Of the closed reviews, latest first.
[[nodiscard]] std::vector<SharedLearning> shared_learning(store::Reader& reader,
                                                          const std::string& authority_id,
                                                          int offset, int most);
[[nodiscard]] std::int64_t count_shared_learning(store::Reader& reader,
                                                 const std::string& authority_id);

}  // namespace throughline::hear::joint_review
