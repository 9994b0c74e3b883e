#pragma once

// The optional equality questions, by which a council can see whose voices are missing. Every
// question can be left out or answered "Prefer not to say". Answers are kept apart from the case
// and are never shown in a list.

#include "base/result.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::hear {

struct EqualityOption {
  std::string_view text;   // "white_british"
  std::string_view label;  // as the census words it
  std::string_view group;  // "White"; empty where the question has no groups
};

struct EqualityQuestion {
  std::string_view field;  // "ethnic_group"
  std::string_view label;  // "What is your ethnic group?"
  std::string_view hint;
  std::span<const EqualityOption> options;  // the last is always prefer_not_to_say
};

inline constexpr std::string_view prefer_not_to_say = "prefer_not_to_say";

// Age, sex, ethnic group, disability, religion, sexual orientation and caring, in this order.
// Source: ons-census-2021
// Source: ethnic-groups-2021
[[nodiscard]] std::span<const EqualityQuestion> equality_questions();

// field -> option, in the order of the questions; unanswered questions do not stand here.
using EqualityAnswers = std::vector<std::pair<std::string, std::string>>;

// The answers that are options of their questions.
// Errors: invalid, with a problem for each answer that is no option.
[[nodiscard]] base::Result<EqualityAnswers> equality_answers(const EqualityAnswers& given);

// "Black Caribbean"; "" for an answer that is no option.
[[nodiscard]] std::string_view equality_label(std::string_view field, std::string_view answer);

}  // namespace throughline::hear
