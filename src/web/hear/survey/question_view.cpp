#include "web/hear/survey/question_view.hpp"

#include "base/digits.hpp"

#include <algorithm>

namespace throughline::web {

namespace survey = hear::survey;

QuestionView question_view(const survey::Question& question,
                           const std::vector<survey::Question>& all, const survey::Answer& answer) {
  QuestionView view;
  view.id = "q" + std::to_string(question.number);
  view.number = question.number;
  view.position = question.position;
  view.kind = survey::to_text(question.kind);
  view.kind_label = survey::label(question.kind);
  view.words = question.label;
  view.label = question.label + (question.required ? "" : " (optional)");
  view.hint = question.hint;
  view.source = question.source;
  const auto options = survey::options_of(question);
  for (const auto& option : options) {
    const bool chosen = std::ranges::find(answer, option.code) != answer.end();
    view.items.push_back(choice(option.code, option.label, chosen));
  }
  if (options.empty() && !answer.empty()) view.value = answer.front();
  for (const auto& skip : question.skips) {
    const auto option = std::ranges::find(options, skip.answer, &survey::Option::code);
    const auto* target = survey::find_question(all, skip.to);
    view.leads.push_back("“" + (option == options.end() ? skip.answer : option->label) + "” " +
                         (target ? "goes to question " + std::to_string(target->position)
                                 : std::string("ends the survey")));
  }
  if (question.comments) view.comments = hear::label(*question.comments);
  view.most = static_cast<int>(question.kind == survey::QuestionKind::long_text
                                   ? survey::most_long_characters
                                   : survey::most_short_characters);
  return view;
}

const survey::Question* question_of_path(const std::string& number,
                                         const std::vector<survey::Question>& all) {
  const auto read = base::digits(number);
  return read ? survey::find_question(all, *read) : nullptr;
}

}  // namespace throughline::web
