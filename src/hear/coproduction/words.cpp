#include "hear/coproduction/words.hpp"

#include "hear/entry.hpp"

namespace throughline::hear::coproduction {
namespace {

constexpr std::array standings = {
    Entry{Standing::draws_on_care, "draws_on_care", "Draws on care"},
    Entry{Standing::unpaid_carer, "unpaid_carer", "Unpaid carer"},
    Entry{Standing::staff, "staff", "Staff"},
    Entry{Standing::partner, "partner", "Partner organisation"},
    Entry{Standing::other, "other", "Someone else"},
};
constexpr std::array stages = {
    Entry{Stage::idea, "idea", "When it was an idea"},
    Entry{Stage::design, "design", "While it was designed"},
    Entry{Stage::decision, "decision", "When it was to be decided"},
    Entry{Stage::after_decision, "after_decision", "After it was decided"},
};
constexpr std::array states = {
    Entry{State::open, "open", "Under way"},
    Entry{State::stuck, "stuck", "Stuck"},
    Entry{State::finished, "finished", "Finished"},
};
constexpr std::array outcomes = {
    Entry{Outcome::open, "open", "No answer yet"},
    Entry{Outcome::changed, "changed", "Changed"},
    Entry{Outcome::not_changed, "not_changed", "Not changed"},
};

}  // namespace

std::string_view to_text(Standing standing) {
  return entry(standings, standing).text;
}
std::string_view to_text(Stage stage) {
  return entry(stages, stage).text;
}
std::string_view to_text(State state) {
  return entry(states, state).text;
}
std::string_view to_text(Outcome outcome) {
  return entry(outcomes, outcome).text;
}
std::string_view label(Standing standing) {
  return entry(standings, standing).label;
}
std::string_view label(Stage stage) {
  return entry(stages, stage).label;
}
std::string_view label(State state) {
  return entry(states, state).label;
}
std::string_view label(Outcome outcome) {
  return entry(outcomes, outcome).label;
}
std::optional<Standing> standing_from_text(std::string_view text) {
  return from_text(standings, text);
}
std::optional<Stage> stage_from_text(std::string_view text) {
  return from_text(stages, text);
}
std::optional<State> state_from_text(std::string_view text) {
  return from_text(states, text);
}
std::optional<Outcome> outcome_from_text(std::string_view text) {
  return from_text(outcomes, text);
}

}  // namespace throughline::hear::coproduction
