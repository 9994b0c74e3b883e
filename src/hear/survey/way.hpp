#pragma once

// The way through a survey: which question comes after which answer. Rules lead forwards only, so
// that there is no loop, and a survey in which a question could never be reached is refused.

#include "hear/survey/question.hpp"

#include <map>
#include <optional>
#include <vector>

namespace throughline::hear::survey {

using Answers = std::map<int, Answer>;  // by question number; a question passed over is absent

// The question after this one when it is answered so; nothing at the end. `questions` are in order
// of position.
[[nodiscard]] const Question* next_after(const std::vector<Question>& questions,
                                         const Question& question, const Answer& answer);

// The questions that someone with these answers is asked, in order, up to and with the first that
// has no answer yet.
[[nodiscard]] std::vector<const Question*> way_through(const std::vector<Question>& questions,
                                                       const Answers& answers);

// The answers to questions on the way alone: what was answered and then skipped does not count.
[[nodiscard]] Answers on_the_way(const std::vector<Question>& questions, const Answers& answers);

// What is wrong with the rules: one that leads backwards, to itself or to a question that is not
// there, and every question that nobody would reach.
[[nodiscard]] std::vector<base::Problem> problems_of_way(const std::vector<Question>& questions);

[[nodiscard]] const Question* find_question(const std::vector<Question>& questions, int number);

}  // namespace throughline::hear::survey
