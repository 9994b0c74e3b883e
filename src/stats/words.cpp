#include "stats/verdict.hpp"
#include "stats/xmr.hpp"

#include <array>
#include <utility>

namespace throughline::stats {

std::string_view to_text(Improvement improvement) {
  switch (improvement) {
    case Improvement::increase:
      return "increase";
    case Improvement::decrease:
      return "decrease";
    case Improvement::neutral:
      break;
  }
  return "neutral";
}

std::optional<Improvement> improvement_from_text(std::string_view text) {
  for (const auto each : {Improvement::increase, Improvement::decrease, Improvement::neutral})
    if (to_text(each) == text) return each;
  return std::nullopt;
}

std::string_view to_text(Rule rule) {
  constexpr std::array<std::string_view, 4> words = {"outside_limits", "trend", "two_of_three",
                                                     "shift"};
  return words.at(static_cast<std::size_t>(rule) - 1);
}

std::string_view in_words(Rule rule) {
  constexpr std::array<std::string_view, 4> words = {
      "outside the limits", "seven in a row rising or falling", "two of three close to a limit",
      "seven in a row on one side of the mean"};
  return words.at(static_cast<std::size_t>(rule) - 1);
}

std::string_view to_text(PointType type) {
  constexpr std::array<std::string_view, 4> words = {"common_cause", "improvement", "concern",
                                                     "neutral"};
  return words.at(static_cast<std::size_t>(type));
}

std::string_view in_words(PointType type) {
  constexpr std::array<std::string_view, 4> words = {"as usual", "improvement", "concern",
                                                     "unusual"};
  return words.at(static_cast<std::size_t>(type));
}

std::string_view to_text(Variation variation) {
  constexpr std::array<std::string_view, 7> words = {
      "common_cause", "improvement_high", "improvement_low", "concern_high",
      "concern_low",  "neutral_high",     "neutral_low"};
  return words.at(static_cast<std::size_t>(variation));
}

std::string_view to_text(Assurance assurance) {
  constexpr std::array<std::string_view, 4> words = {"none", "consistently_passes",
                                                     "consistently_fails", "inconsistent"};
  return words.at(static_cast<std::size_t>(assurance));
}

std::string_view to_text(Outcome outcome) {
  constexpr std::array<std::string_view, 4> words = {"improved", "got_worse", "no_change",
                                                     "too_soon"};
  return words.at(static_cast<std::size_t>(outcome));
}

std::string_view in_words(Outcome outcome) {
  constexpr std::array<std::string_view, 4> words = {"improved", "got worse", "no change",
                                                     "too soon to tell"};
  return words.at(static_cast<std::size_t>(outcome));
}

std::optional<Outcome> outcome_from_text(std::string_view text) {
  for (const auto each :
       {Outcome::improved, Outcome::got_worse, Outcome::no_change, Outcome::too_soon})
    if (to_text(each) == text) return each;
  return std::nullopt;
}

}  // namespace throughline::stats
