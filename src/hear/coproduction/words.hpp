#pragma once

// The words of co-production: who someone is to care, how early people joined, how a project
// stands, and what became of what was asked for.

#include <array>
#include <optional>
#include <string_view>

namespace throughline::hear::coproduction {

enum class Standing { draws_on_care, unpaid_carer, staff, partner, other };
inline constexpr std::array all_standings = {Standing::draws_on_care, Standing::unpaid_carer,
                                             Standing::staff, Standing::partner, Standing::other};
// When people joined: the earlier, the more they could change.
enum class Stage { idea, design, decision, after_decision };
inline constexpr std::array all_stages = {Stage::idea, Stage::design, Stage::decision,
                                          Stage::after_decision};
enum class State { open, stuck, finished };
inline constexpr std::array all_states = {State::open, State::stuck, State::finished};
enum class Outcome { open, changed, not_changed };
inline constexpr std::array all_outcomes = {Outcome::open, Outcome::changed, Outcome::not_changed};

[[nodiscard]] std::string_view to_text(Standing standing);  // "draws_on_care"
[[nodiscard]] std::string_view to_text(Stage stage);
[[nodiscard]] std::string_view to_text(State state);
[[nodiscard]] std::string_view to_text(Outcome outcome);
[[nodiscard]] std::string_view label(Standing standing);  // "Draws on care"
[[nodiscard]] std::string_view label(Stage stage);        // "When it was an idea"
[[nodiscard]] std::string_view label(State state);
[[nodiscard]] std::string_view label(Outcome outcome);  // "Changed"
[[nodiscard]] std::optional<Standing> standing_from_text(std::string_view text);
[[nodiscard]] std::optional<Stage> stage_from_text(std::string_view text);
[[nodiscard]] std::optional<State> state_from_text(std::string_view text);
[[nodiscard]] std::optional<Outcome> outcome_from_text(std::string_view text);

// Early enough to shape what is made: at the idea or the design.
[[nodiscard]] constexpr bool is_early(Stage stage) {
  return stage == Stage::idea || stage == Stage::design;
}

}  // namespace throughline::hear::coproduction
