#include "hear/survey/results.hpp"

#include <gtest/gtest.h>

namespace throughline::hear::survey {
namespace {

QuestionTally tallied(const Question& question, const std::vector<std::int64_t>& counts) {
  QuestionTally made{question};
  for (const auto count : counts) made.base += count;
  const auto options = options_of(question);
  for (std::size_t at = 0; at < counts.size(); ++at) {
    made.options.push_back({options[at].code, options[at].label, counts[at],
                            stats::wilson_interval(counts[at], made.base).value()});
  }
  return made;
}

Question question(int number, QuestionKind kind) {
  Question made;
  made.number = number;
  made.position = number;
  made.kind = kind;
  made.label = "Question " + std::to_string(number);
  if (kind == QuestionKind::five_point) made.options = {"A", "B", "C", "D", "E"};
  return made;
}

WaveTally wave(const std::string& survey, std::vector<QuestionTally> questions) {
  WaveTally made;
  made.survey.ref = survey;
  made.questions = std::move(questions);
  return made;
}

TEST(SurveyComparison, tells_a_change_from_chance) {
  const auto scale = question(1, QuestionKind::five_point);
  const auto choice = question(2, QuestionKind::yes_no);
  const auto compared = compare(
      wave("SURVEY-1", {tallied(scale, {10, 20, 30, 25, 15}), tallied(choice, {50, 40, 10})}),
      wave("SURVEY-1", {tallied(scale, {40, 30, 20, 8, 2}), tallied(choice, {52, 39, 9})}));
  ASSERT_EQ(compared.questions.size(), 2U);
  ASSERT_EQ(compared.questions[0].answers.size(), 1U);
  EXPECT_TRUE(compared.questions[0].answers[0].scale);
  EXPECT_TRUE(differs(compared.questions[0].answers[0]));
  EXPECT_LT(compared.questions[0].answers[0].after, compared.questions[0].answers[0].before);
  for (const auto& answer : compared.questions[1].answers) EXPECT_FALSE(differs(answer));
  EXPECT_EQ(compared.tests, 4);
}

TEST(SurveyComparison, pairs_questions_of_two_versions_by_their_words) {
  auto was = question(1, QuestionKind::yes_no);
  auto is = question(7, QuestionKind::yes_no);
  is.label = was.label;
  auto fresh = question(8, QuestionKind::yes_no);
  const auto compared =
      compare(wave("SURVEY-1", {tallied(was, {20, 10, 5})}),
              wave("SURVEY-2", {tallied(is, {20, 10, 5}), tallied(fresh, {20, 10, 5})}));
  ASSERT_EQ(compared.questions.size(), 1U);
  EXPECT_EQ(compared.only_after, std::vector<std::string>{"Question 8"});
}

TEST(SurveyComparison, withholds_what_few_answered) {
  const auto choice = question(1, QuestionKind::yes_no);
  const auto compared = compare(wave("SURVEY-1", {tallied(choice, {3, 1, 0})}),
                                wave("SURVEY-1", {tallied(choice, {30, 10, 0})}));
  EXPECT_TRUE(compared.questions[0].withheld);
  EXPECT_TRUE(compared.questions[0].answers.empty());
  EXPECT_EQ(compared.tests, 0);
}

}  // namespace
}  // namespace throughline::hear::survey
