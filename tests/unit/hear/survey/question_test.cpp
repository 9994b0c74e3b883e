#include "hear/survey/question.hpp"

#include <gtest/gtest.h>

namespace throughline::hear::survey {
namespace {

Question made(const QuestionForm& form) {
  auto read = read_question(form);
  if (!read) throw std::runtime_error(read.error().problems.front().message);
  return *read;
}

std::string refused(const QuestionForm& form) {
  const auto read = read_question(form);
  return read ? "" : read.error().problems.front().field;
}

TEST(SurveyQuestion, is_refused_when_it_cannot_be_answered) {
  EXPECT_EQ(refused({.kind = "guess", .label = "Well?"}), "kind");
  EXPECT_EQ(refused({.kind = "yes_no", .label = " "}), "label");
  EXPECT_EQ(refused({.kind = "single", .label = "Which?", .options = "One\n"}), "options");
  EXPECT_EQ(refused({.kind = "single", .label = "Which?", .options = "One\nOne\n"}), "options");
  EXPECT_EQ(refused({.kind = "five_point", .label = "How?", .options = "Good\nBad"}), "options");
  EXPECT_EQ(refused({.kind = "long_text", .label = "Why?", .comments = "complaint"}), "comments");
  EXPECT_EQ(refused({.kind = "yes_no", .label = std::string(301, 'x')}), "label");
}

TEST(SurveyQuestion, gives_a_scale_its_usual_answers) {
  const auto scale = made({.kind = "five_point", .label = "I can reach my manager"});
  EXPECT_EQ(options_of(scale).front().label, "Strongly agree");
  EXPECT_EQ(options_of(scale).size(), 5U);
  EXPECT_EQ(options_of(made({.kind = "ten", .label = "How likely?"})).size(), 11U);
}

TEST(SurveyQuestion, reads_an_answer_or_says_what_is_wrong) {
  const auto one = made({.kind = "single",
                         .label = "Which?",
                         .required = true,
                         .may_decline = true,
                         .options = "Bus\nCar"});
  EXPECT_FALSE(read_answer(one, {}));
  EXPECT_FALSE(read_answer(one, {"1", "2"}));
  EXPECT_FALSE(read_answer(one, {"3"}));
  EXPECT_EQ(read_answer(one, {"2"}).value(), Answer{"2"});
  EXPECT_EQ(read_answer(one, {"declined"}).value(), Answer{"declined"});

  const auto some =
      made({.kind = "several", .label = "Which?", .may_decline = true, .options = "Bus\nCar"});
  EXPECT_EQ(read_answer(some, {}).value(), Answer{});
  EXPECT_EQ(read_answer(some, {"2", "1"}).value(), (Answer{"1", "2"}));
  EXPECT_FALSE(read_answer(some, {"1", "declined"}));

  const auto number = made({.kind = "number", .label = "How many hours?"});
  EXPECT_EQ(read_answer(number, {" 1,250 "}).value(), Answer{"1250"});
  EXPECT_FALSE(read_answer(number, {"lots"}));

  const auto words = made({.kind = "short_text", .label = "Where?"});
  EXPECT_EQ(read_answer(words, {"  Here \n"}).value(), Answer{"Here"});
  EXPECT_FALSE(read_answer(words, {std::string(201, 'x')}));
  EXPECT_FALSE(read_answer(words, {"\xFF\xFE"}));
}

TEST(SurveyQuestion, shows_an_answer_in_its_words) {
  const auto some = made({.kind = "several", .label = "Which?", .options = "Bus\nCar"});
  EXPECT_EQ(shown(some, {"1", "2"}), "Bus; Car");
  EXPECT_EQ(shown(some, {}), "");
}

}  // namespace
}  // namespace throughline::hear::survey
