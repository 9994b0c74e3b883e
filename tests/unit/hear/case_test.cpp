#include "hear/case.hpp"

#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

using namespace std::chrono;

constexpr base::Date today{2026y / March / 2d};

NewCase spoken() {
  NewCase given;
  given.kind = Kind::complaint;
  given.words = "Nobody rang back.";
  given.relationship = Relationship::unpaid_carer;
  return given;
}

std::vector<std::string> fields(const std::vector<base::Problem>& problems) {
  std::vector<std::string> names;
  for (const auto& problem : problems) names.push_back(problem.field);
  return names;
}

TEST(Case, title_names_kind_service_and_date_and_nothing_that_was_said) {
  Case found;
  found.kind = Kind::complaint;
  found.service_name = "Home care";
  found.received = 2026y / May / 3d;
  found.words = "My mother, Jean";
  EXPECT_EQ(title(found), "Complaint about Home care, 3 May 2026");
  found.service_name.clear();
  EXPECT_EQ(title(found), "Complaint, 3 May 2026");
}

TEST(Case, that_says_all_it_must_has_no_problem) {
  EXPECT_TRUE(problems_of(spoken(), today).empty());
}

TEST(Case, reports_every_problem_at_once_in_the_order_of_the_form) {
  NewCase given;
  given.received = 2026y / March / 3d;
  given.identity.contact.email = "not an address";
  EXPECT_EQ(fields(problems_of(given, today)),
            (std::vector<std::string>{"kind", "words", "relationship", "received", "email"}));
}

TEST(Case, can_have_come_today_but_not_tomorrow_nor_in_a_mistyped_year) {
  auto given = spoken();
  given.received = today;
  EXPECT_TRUE(problems_of(given, today).empty());
  given.received = 2016y / March / 1d;
  EXPECT_EQ(fields(problems_of(given, today)), std::vector<std::string>{"received"});
}

TEST(Case, counts_characters_as_people_do) {
  EXPECT_EQ(characters("a\r\nb"), 3U);
  EXPECT_EQ(characters("\xF0\x9F\x98\x80"), 1U);
  EXPECT_EQ(characters("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"), 4U);
}

TEST(Case, takes_a_hundred_thousand_characters_and_not_one_more) {
  auto given = spoken();
  given.words = std::string(most_words_characters, 'a');
  EXPECT_TRUE(problems_of(given, today).empty());
  given.words += "b";
  ASSERT_EQ(problems_of(given, today).size(), 1U);
  EXPECT_NE(problems_of(given, today).front().message.find("100001"), std::string::npos);
}

TEST(Case, refuses_words_of_spaces_only_and_words_that_are_not_text) {
  auto given = spoken();
  given.words = " \n\t ";
  EXPECT_EQ(fields(problems_of(given, today)), std::vector<std::string>{"words"});
  given.words = "\xFF\xFE";
  EXPECT_EQ(fields(problems_of(given, today)), std::vector<std::string>{"words"});
  given.words = std::string("a\0b", 3);
  EXPECT_EQ(fields(problems_of(given, today)), std::vector<std::string>{"words"});
}

TEST(Contact, must_hold_what_the_chosen_way_needs) {
  Contact contact;
  contact.by = ContactBy::phone;
  EXPECT_EQ(fields(problems_of(contact)), std::vector<std::string>{"phone"});
  contact.phone = "01632 960 001";
  EXPECT_TRUE(problems_of(contact).empty());
  contact.phone = "ring me";
  EXPECT_EQ(fields(problems_of(contact)), std::vector<std::string>{"phone"});
}

TEST(Equality, questions_hold_the_nineteen_groups_of_the_census_and_a_way_not_to_say) {
  for (const auto& question : equality_questions()) {
    EXPECT_EQ(question.options.back().text, prefer_not_to_say) << question.field;
    if (question.field == "ethnic_group") {
      EXPECT_EQ(question.options.size(), 20U);
    }
  }
}

TEST(Equality, refuses_an_answer_that_is_no_option) {
  EXPECT_FALSE(equality_answers({{"sex", "<script>"}}));
  const auto kept = equality_answers({{"carer", "yes"}, {"sex", "female"}, {"unknown", "x"}});
  ASSERT_TRUE(kept);
  EXPECT_EQ(*kept, (EqualityAnswers{{"sex", "female"}, {"carer", "yes"}}));
}

}  // namespace
}  // namespace throughline::hear
