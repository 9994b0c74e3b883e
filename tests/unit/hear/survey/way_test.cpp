#include "hear/survey/way.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <set>

namespace throughline::hear::survey {
namespace {

Question yes_no(int number, std::vector<Skip> skips = {}) {
  Question question;
  question.number = number;
  question.position = number;
  question.kind = QuestionKind::yes_no;
  question.label = "Question " + std::to_string(number);
  question.required = true;
  question.skips = std::move(skips);
  return question;
}

std::vector<int> numbers(const std::vector<const Question*>& way) {
  std::vector<int> found;
  for (const auto* each : way) found.push_back(each->number);
  return found;
}

TEST(SurveyWay, follows_where_answers_lead) {
  const std::vector<Question> all{yes_no(1, {{"no", 3}}), yes_no(2), yes_no(3, {{"yes", the_end}}),
                                  yes_no(4)};
  EXPECT_EQ(numbers(way_through(all, {})), (std::vector{1}));
  EXPECT_EQ(numbers(way_through(all, {{1, {"no"}}})), (std::vector{1, 3}));
  EXPECT_EQ(numbers(way_through(all, {{1, {"yes"}}, {2, {"no"}}})), (std::vector{1, 2, 3}));
  EXPECT_EQ(numbers(way_through(all, {{1, {"no"}}, {3, {"yes"}}})), (std::vector{1, 3}));
  EXPECT_TRUE(problems_of_way(all).empty());
}

TEST(SurveyWay, forgets_answers_that_were_skipped_afterwards) {
  const std::vector<Question> all{yes_no(1, {{"no", 3}}), yes_no(2), yes_no(3)};
  const auto kept = on_the_way(all, {{1, {"no"}}, {2, {"yes"}}, {3, {"yes"}}});
  EXPECT_FALSE(kept.contains(2));
  EXPECT_EQ(kept.size(), 2U);
}

TEST(SurveyWay, refuses_rules_that_lead_back_or_nowhere) {
  EXPECT_EQ(problems_of_way({yes_no(1), yes_no(2, {{"yes", 1}})}).size(), 1U);
  EXPECT_EQ(problems_of_way({yes_no(1, {{"yes", 1}}), yes_no(2)}).size(), 1U);
  EXPECT_EQ(problems_of_way({yes_no(1, {{"yes", 9}}), yes_no(2)}).size(), 1U);
}

TEST(SurveyWay, names_a_question_that_nobody_would_reach) {
  std::vector<Question> all{yes_no(1, {{"yes", 3}, {"no", 3}, {"not_sure", 3}}), yes_no(2),
                            yes_no(3)};
  const auto problems = problems_of_way(all);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].message.find("question 2"), std::string::npos);
  // Whoever leaves an optional question out goes on to the next.
  all[0].required = false;
  EXPECT_TRUE(problems_of_way(all).empty());
}

// Whatever the rules: no way is longer than the survey or asks a question twice, and rules without
// problems let every question be reached by some answers.
TEST(SurveyWay, ends_and_reaches_property) {
  EXPECT_TRUE(rc::check([] {
    const int count = *rc::gen::inRange(1, 7);
    std::vector<Question> all;
    for (int number = 1; number <= count; ++number) {
      std::vector<Skip> skips;
      for (const std::string answer : {"yes", "no", "not_sure"}) {
        if (*rc::gen::arbitrary<bool>()) skips.push_back({answer, *rc::gen::inRange(0, count + 1)});
      }
      all.push_back(yes_no(number, skips));
    }
    if (!problems_of_way(all).empty()) return;
    // Every way that answers can take, walked to its end.
    std::set<int> reached;
    std::vector<Answers> begun{{}};
    while (!begun.empty()) {
      const auto answers = begun.back();
      begun.pop_back();
      const auto way = way_through(all, answers);
      RC_ASSERT(way.size() <= all.size());
      for (const auto* question : way) reached.insert(question->number);
      if (answers.contains(way.back()->number)) continue;
      for (const std::string answer : {"yes", "no", "not_sure"}) {
        auto further = answers;
        further[way.back()->number] = {answer};
        begun.push_back(std::move(further));
      }
    }
    RC_ASSERT(reached.size() == all.size());
  }));
}

}  // namespace
}  // namespace throughline::hear::survey
