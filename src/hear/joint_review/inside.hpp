#pragma once

// Inside joint reviews only: a review as nobody's view cuts it, and the guards that verbs share.

#include "hear/joint_review/review.hpp"

namespace throughline::hear::joint_review {

[[nodiscard]] tl::unexpected<base::Error> no_such_review();
// With parts and facts, whoever reads it.
[[nodiscard]] std::optional<Review> whole_review(store::Reader& reader,
                                                 const std::string& authority_id,
                                                 const std::string& ref);
// For the council, and under way. Errors: not_found; conflict.
[[nodiscard]] base::Result<Review> open_for_council(store::Reader& reader, const record::Work& work,
                                                    const std::string& ref);
// For any organisation in it, and under way. Errors: not_found; conflict.
[[nodiscard]] base::Result<Review> open_for_us(store::Reader& reader, const record::Work& work,
                                               const std::string& ref);
// The node of a review that changed.
void bring_up_to_date(store::Writer& writer, const record::Work& work, const std::string& ref);
// Puts an organisation into a review, or back into it, in a state.
void put_party(store::Writer& writer, const record::Work& work, const std::string& ref,
               const std::string& party_ref, PartyState state, base::Date due);

}  // namespace throughline::hear::joint_review
