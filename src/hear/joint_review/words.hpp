#pragma once

// The words of joint reviews: how a review stands, and how an organisation stands in it.

#include <array>
#include <optional>
#include <string_view>

namespace throughline::hear::joint_review {

// `asked`: a partner asked for it and nobody has answered yet.
enum class State { asked, declined, open, closed };
inline constexpr std::array all_states = {State::asked, State::declined, State::open,
                                          State::closed};
[[nodiscard]] std::string_view to_text(State state);  // "open"
[[nodiscard]] std::string_view label(State state);    // "Under way"
[[nodiscard]] std::optional<State> state_from_text(std::string_view text);

enum class PartyState { invited, accepted, declined, submitted, withdrawn };
[[nodiscard]] std::string_view to_text(PartyState state);  // "submitted"
[[nodiscard]] std::string_view label(PartyState state);    // "Its part is in"
[[nodiscard]] std::optional<PartyState> party_state_from_text(std::string_view text);

// What an organisation says of the learning note.
enum class View { agrees, otherwise };
[[nodiscard]] std::string_view to_text(View view);  // "otherwise"
[[nodiscard]] std::string_view label(View view);    // "Sees it otherwise"
[[nodiscard]] std::optional<View> view_from_text(std::string_view text);

}  // namespace throughline::hear::joint_review
