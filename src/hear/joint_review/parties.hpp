#pragma once

// The organisations of a joint review: who is invited, who takes part, and the part that each
// writes for itself. A draft is read by its own organisation alone; what is submitted is read by
// all who take part, until it is taken back.

#include "hear/joint_review/review.hpp"

namespace throughline::hear::joint_review {

// Invites a partner, or gives one that was invited another day. Errors: not_found; conflict, when
// the review is not open or its part is in; invalid: partner, due.
[[nodiscard]] base::Result<void> invite(store::Writer& writer, const record::Work& work,
                                        const std::string& ref, const std::string& partner_ref,
                                        std::optional<base::Date> due);
// Errors: not_found; conflict, once they wrote something (unless we no longer work with them).
[[nodiscard]] base::Result<void> withdraw_invitation(store::Writer& writer,
                                                     const record::Work& work,
                                                     const std::string& ref,
                                                     const std::string& partner_ref);
// For the organisation of whoever is at work. Errors: not_found; conflict, when the review is not
// open or their part is in.
[[nodiscard]] base::Result<void> accept_invitation(store::Writer& writer, const record::Work& work,
                                                   const std::string& ref);
// Errors besides: invalid: declined_why.
[[nodiscard]] base::Result<void> decline_invitation(store::Writer& writer, const record::Work& work,
                                                    const std::string& ref, const std::string& why,
                                                    Looked looked);

// --- The part of whoever is at work ---

struct PartForm {
  Part part;
  std::int64_t version = 0;  // of the party, as it was when the form was opened
  Looked looked = Looked::no;
};
// What stands there so far: their draft, or what they submitted. Nothing when they do not take
// part.
[[nodiscard]] std::optional<Part> own_part(store::Reader& reader, const record::Work& work,
                                           const std::string& ref);
// Errors: not_found; conflict, when the review is not open, they have not accepted, their part is
// in, or somebody of theirs changed it since; invalid: saw, went_well, learned, in_the_way,
// will_do.
[[nodiscard]] base::Result<void> save_draft(store::Writer& writer, const record::Work& work,
                                            const std::string& ref, const PartForm& form);
// Errors: the same; saw and learned must be there.
[[nodiscard]] base::Result<void> submit_part(store::Writer& writer, const record::Work& work,
                                             const std::string& ref, const PartForm& form);
// Makes a draft of it again. Errors: not_found; conflict, when the review is not open or nothing is
// in.
[[nodiscard]] base::Result<void> take_back_part(store::Writer& writer, const record::Work& work,
                                                const std::string& ref);

// What waits for the organisation of whoever is at work.
struct Waiting {
  std::string ref;
  std::string title;
  PartyState state{};  // invited: an answer; accepted: its part
  base::Date due;
};
// By the day it is due.
[[nodiscard]] std::vector<Waiting> waiting_for(store::Reader& reader, const record::Work& work);

}  // namespace throughline::hear::joint_review
