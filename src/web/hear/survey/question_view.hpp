#pragma once

// A question as templates show it (hear/survey/_question.html): in a preview, and to whoever
// answers.

#include "hear/survey/survey.hpp"
#include "web/hear/choices.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

namespace throughline::web {

struct QuestionView {
  std::string id;  // "q3"
  int number = 0;
  int position = 0;
  std::string kind;
  std::string kind_label;
  std::string label;  // with "(optional)" when it is
  std::string words;  // without
  std::string hint;
  std::string source;
  std::vector<ChoiceView> items;
  std::string value;               // of words and numbers
  std::vector<std::string> leads;  // "“No”: to question 5"
  std::string comments;            // "Suggestion": what its comments become
  int most = 0;                    // characters
};
BOOST_DESCRIBE_STRUCT(QuestionView, (),
                      (id, number, position, kind, kind_label, label, words, hint, source, items,
                       value, leads, comments, most))

[[nodiscard]] QuestionView question_view(const hear::survey::Question& question,
                                         const std::vector<hear::survey::Question>& all,
                                         const hear::survey::Answer& answer = {});

// The question of the path, by its {number}; nothing when there is none.
[[nodiscard]] const hear::survey::Question* question_of_path(
    const std::string& number, const std::vector<hear::survey::Question>& all);

}  // namespace throughline::web
