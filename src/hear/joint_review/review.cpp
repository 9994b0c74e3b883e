#include "hear/joint_review/review.hpp"

#include <algorithm>

namespace throughline::hear::joint_review {

bool Party::takes_part() const {
  return state == PartyState::accepted || state == PartyState::submitted;
}

bool Party::is_late(base::Date today) const {
  return (state == PartyState::invited || state == PartyState::accepted) && due < today;
}

const Party* Review::party(std::string_view party_ref) const {
  const auto found = std::ranges::find(parties, party_ref, &Party::ref);
  return found == parties.end() ? nullptr : &*found;
}

int Review::late_parts(base::Date today) const {
  if (state != State::open) return 0;
  return static_cast<int>(
      std::ranges::count_if(parties, [&](const Party& each) { return each.is_late(today); }));
}

}  // namespace throughline::hear::joint_review
