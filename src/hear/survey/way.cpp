#include "hear/survey/way.hpp"

#include <algorithm>
#include <set>

namespace throughline::hear::survey {
namespace {

const Question* below(const std::vector<Question>& questions, const Question& question) {
  const auto index = static_cast<std::size_t>(&question - questions.data()) + 1;
  return index < questions.size() ? &questions[index] : nullptr;
}

const Skip* rule_for(const Question& question, const std::string& answer) {
  const auto found = std::ranges::find(question.skips, answer, &Skip::answer);
  return found == question.skips.end() ? nullptr : &*found;
}

// Every place that some answer, or none, leads to.
std::set<const Question*> places_after(const std::vector<Question>& questions,
                                       const Question& question) {
  std::set<const Question*> places;
  if (!question.required || !can_skip(question.kind)) {
    places.insert(next_after(questions, question, {}));
  }
  for (const auto& option : options_of(question)) {
    places.insert(next_after(questions, question, {option.code}));
  }
  return places;
}

std::string named(const Question& question) {
  return "Question " + std::to_string(question.position) + " (" + question.label + ")";
}

}  // namespace

const Question* find_question(const std::vector<Question>& questions, int number) {
  const auto found = std::ranges::find(questions, number, &Question::number);
  return found == questions.end() ? nullptr : &*found;
}

const Question* next_after(const std::vector<Question>& questions, const Question& question,
                           const Answer& answer) {
  if (can_skip(question.kind) && answer.size() == 1) {
    if (const auto* rule = rule_for(question, answer.front())) {
      return rule->to == the_end ? nullptr : find_question(questions, rule->to);
    }
  }
  return below(questions, question);
}

std::vector<const Question*> way_through(const std::vector<Question>& questions,
                                         const Answers& answers) {
  std::vector<const Question*> way;
  const Question* at = questions.empty() ? nullptr : &questions.front();
  while (at && way.size() <= questions.size()) {
    way.push_back(at);
    const auto answer = answers.find(at->number);
    if (answer == answers.end()) return way;
    at = next_after(questions, *at, answer->second);
  }
  return way;
}

Answers on_the_way(const std::vector<Question>& questions, const Answers& answers) {
  Answers kept;
  for (const auto* question : way_through(questions, answers)) {
    const auto answer = answers.find(question->number);
    if (answer != answers.end()) kept.insert(*answer);
  }
  return kept;
}

std::vector<base::Problem> problems_of_way(const std::vector<Question>& questions) {
  std::vector<base::Problem> problems;
  for (const auto& question : questions) {
    for (const auto& skip : question.skips) {
      if (skip.to == the_end) continue;
      const auto* target = find_question(questions, skip.to);
      if (!target) {
        problems.push_back({"", named(question) + " skips to a question that is not there"});
      } else if (target->position <= question.position) {
        problems.push_back({"", named(question) + " would skip backwards, to question " +
                                    std::to_string(target->position) +
                                    ". Skips lead forwards only"});
      }
    }
  }
  if (!problems.empty() || questions.empty()) return problems;
  std::set<const Question*> reached{&questions.front()};
  // Rules lead forwards, so one pass in order finds everything.
  for (const auto& question : questions) {
    if (reached.contains(&question)) reached.merge(places_after(questions, question));
  }
  for (const auto& question : questions) {
    if (!reached.contains(&question)) {
      problems.push_back({"", "Nobody would reach question " + std::to_string(question.position) +
                                  " (" + question.label + "): every answer before it skips it"});
    }
  }
  return problems;
}

}  // namespace throughline::hear::survey
