#include "hear/joint_review/words.hpp"

#include "hear/entry.hpp"

namespace throughline::hear::joint_review {
namespace {

constexpr std::array states = {
    Entry{State::asked, "asked", "Asked for"},
    Entry{State::declined, "declined", "Declined"},
    Entry{State::open, "open", "Under way"},
    Entry{State::closed, "closed", "Agreed and closed"},
};
constexpr std::array party_states = {
    Entry{PartyState::invited, "invited", "Invited"},
    Entry{PartyState::accepted, "accepted", "Takes part"},
    Entry{PartyState::declined, "declined", "Declined"},
    Entry{PartyState::submitted, "submitted", "Its part is in"},
    Entry{PartyState::withdrawn, "withdrawn", "Invitation withdrawn"},
};
constexpr std::array views = {
    Entry{View::agrees, "agrees", "Agrees"},
    Entry{View::otherwise, "otherwise", "Sees it otherwise"},
};

}  // namespace

std::string_view to_text(State state) {
  return entry(states, state).text;
}
std::string_view label(State state) {
  return entry(states, state).label;
}
std::optional<State> state_from_text(std::string_view text) {
  return from_text(states, text);
}
std::string_view to_text(PartyState state) {
  return entry(party_states, state).text;
}
std::string_view label(PartyState state) {
  return entry(party_states, state).label;
}
std::optional<PartyState> party_state_from_text(std::string_view text) {
  return from_text(party_states, text);
}
std::string_view to_text(View view) {
  return entry(views, view).text;
}
std::string_view label(View view) {
  return entry(views, view).label;
}
std::optional<View> view_from_text(std::string_view text) {
  return from_text(views, text);
}

}  // namespace throughline::hear::joint_review
