#include "hear/coproduction/words.hpp"

#include <algorithm>

namespace throughline::hear::coproduction {
namespace {

template <typename T>
struct Words {
  T value;
  std::string_view text;
  std::string_view label;
};

constexpr std::array standings = {
    Words<Standing>{Standing::draws_on_care, "draws_on_care", "Draws on care"},
    Words<Standing>{Standing::unpaid_carer, "unpaid_carer", "Unpaid carer"},
    Words<Standing>{Standing::staff, "staff", "Staff"},
    Words<Standing>{Standing::partner, "partner", "Partner organisation"},
    Words<Standing>{Standing::other, "other", "Someone else"},
};
constexpr std::array stages = {
    Words<Stage>{Stage::idea, "idea", "When it was an idea"},
    Words<Stage>{Stage::design, "design", "While it was designed"},
    Words<Stage>{Stage::decision, "decision", "When it was to be decided"},
    Words<Stage>{Stage::after_decision, "after_decision", "After it was decided"},
};
constexpr std::array states = {
    Words<State>{State::open, "open", "Under way"},
    Words<State>{State::stuck, "stuck", "Stuck"},
    Words<State>{State::finished, "finished", "Finished"},
};
constexpr std::array outcomes = {
    Words<Outcome>{Outcome::open, "open", "No answer yet"},
    Words<Outcome>{Outcome::changed, "changed", "Changed"},
    Words<Outcome>{Outcome::not_changed, "not_changed", "Not changed"},
};

template <typename T, std::size_t N>
const Words<T>& words_of(const std::array<Words<T>, N>& words, T value) {
  return *std::ranges::find(words, value, &Words<T>::value);
}

template <typename T, std::size_t N>
std::optional<T> value_in(const std::array<Words<T>, N>& words, std::string_view text) {
  const auto found = std::ranges::find(words, text, &Words<T>::text);
  if (found == words.end()) return std::nullopt;
  return found->value;
}

}  // namespace

std::string_view to_text(Standing standing) {
  return words_of(standings, standing).text;
}
std::string_view to_text(Stage stage) {
  return words_of(stages, stage).text;
}
std::string_view to_text(State state) {
  return words_of(states, state).text;
}
std::string_view to_text(Outcome outcome) {
  return words_of(outcomes, outcome).text;
}
std::string_view label(Standing standing) {
  return words_of(standings, standing).label;
}
std::string_view label(Stage stage) {
  return words_of(stages, stage).label;
}
std::string_view label(State state) {
  return words_of(states, state).label;
}
std::string_view label(Outcome outcome) {
  return words_of(outcomes, outcome).label;
}
std::optional<Standing> standing_from_text(std::string_view text) {
  return value_in(standings, text);
}
std::optional<Stage> stage_from_text(std::string_view text) {
  return value_in(stages, text);
}
std::optional<State> state_from_text(std::string_view text) {
  return value_in(states, text);
}
std::optional<Outcome> outcome_from_text(std::string_view text) {
  return value_in(outcomes, text);
}

}  // namespace throughline::hear::coproduction
