#include "hear/survey/question_set.hpp"
#include "unit/hear/survey/asked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear::survey {
namespace {

using ::testing::HasSubstr;

class SurveyStore : public AskedSurvey {
 protected:
  std::vector<std::string> labels(const std::string& ref) {
    return database().read([&](store::Reader& reader) {
      std::vector<std::string> found;
      for (const auto& each : questions(reader, "aldermere", ref)) found.push_back(each.label);
      return found;
    });
  }
};
ON_BOTH_DATABASES(SurveyStore);

TEST_P(SurveyStore, keeps_its_questions_in_order_and_moves_them) {
  const auto ref = make_survey();
  EXPECT_EQ(labels(ref).front(), "Do you get support?");
  database().write([&](store::Writer& writer) {
    must(move_question(writer, work(), ref, 4, -1));
    must(move_question(writer, work(), ref, 4, -1));
  });
  EXPECT_EQ(labels(ref)[1], "What should we change?");
  // Question 3 is where "no" leads: before question 1 the skip would go backwards.
  const auto moved = database().write([&](store::Writer& writer) -> base::Result<void> {
    must(move_question(writer, work(), ref, 3, -1));
    must(move_question(writer, work(), ref, 3, -1));
    return move_question(writer, work(), ref, 3, -1);
  });
  ASSERT_FALSE(moved);
  EXPECT_THAT(moved.error().problems.front().message, HasSubstr("backwards"));
  EXPECT_EQ(labels(ref)[1], "What should we change?");
  const auto removed = database().write(
      [&](store::Writer& writer) { return remove_question(writer, work(), ref, 3); });
  EXPECT_FALSE(removed) << "a skip leads to it";
}

TEST_P(SurveyStore, belongs_to_its_council) {
  const auto ref = make_survey();
  database().read([&](store::Reader& reader) {
    EXPECT_FALSE(find_survey(reader, "brackwater", ref));
    EXPECT_TRUE(questions(reader, "brackwater", ref).empty());
    EXPECT_TRUE(surveys(reader, "brackwater").empty());
    EXPECT_EQ(surveys(reader, "aldermere").front().questions, 4);
  });
  const auto theirs = database().write([&](store::Writer& writer) {
    return add_question(writer, other_work(), ref, {.kind = "yes_no", .label = "Mine?"});
  });
  EXPECT_EQ(theirs.error().kind, base::ErrorKind::not_found);
}

TEST_P(SurveyStore, keeps_its_questions_once_it_was_answered) {
  const auto ref = make_survey();
  const auto wave = open(ref);
  answer(wave, {{1, {"no"}}, {3, {"1"}}, {4, {}}}, "a");
  const auto changed = database().write([&](store::Writer& writer) {
    return change_question(writer, work(), ref, 2, {.kind = "yes_no", .label = "Other"});
  });
  EXPECT_EQ(changed.error().kind, base::ErrorKind::conflict);
  const auto renamed = database().write([&](store::Writer& writer) {
    return change_survey(writer, work(), ref, find_survey(writer, "aldermere", ref)->version,
                         {"Carers", "carers", "yes", ""});
  });
  ASSERT_FALSE(renamed);
  EXPECT_EQ(renamed.error().problems.front().field, "named");
  const auto copy = database().write(
      [&](store::Writer& writer) { return must(copy_survey(writer, work(), ref)); });
  EXPECT_EQ(copy.made_from, ref);
  EXPECT_EQ(labels(copy.ref), labels(ref));
  database().write([&](store::Writer& writer) {
    const auto all = questions(writer, "aldermere", copy.ref);
    EXPECT_EQ(all.front().skips.size(), 1U);
    must(change_question(writer, work(), copy.ref, 2, {.kind = "yes_no", .label = "Other"}));
  });
}

TEST_P(SurveyStore, opens_when_it_can_be_answered) {
  const auto empty = database().write([&](store::Writer& writer) {
    return must(create_survey(writer, work(), {"Empty", "staff", "no", ""}));
  });
  const auto opened = database().write([&](store::Writer& writer) {
    return open_wave(writer, work(), empty.ref, {"One", "2026-03-01", "2026-03-31", false, ""});
  });
  EXPECT_THAT(opened.error().problems.front().message, HasSubstr("Add a question"));
  const auto ref = make_survey();
  const auto wave = open(ref);
  EXPECT_THAT(wave.slug, HasSubstr("unpaid-carers-survey-"));
  const auto again = database().write([&](store::Writer& writer) {
    return open_wave(writer, work(), ref, {"Spring 2026", "2026-03-01", "2026-02-01", false, "x"});
  });
  EXPECT_EQ(again.error().problems.size(), 2U);
  database().read([&](store::Reader& reader) {
    EXPECT_TRUE(wave_at(reader, "aldermere", wave.slug));
    EXPECT_FALSE(wave_at(reader, "brackwater", wave.slug));
  });
}

TEST_P(SurveyStore, cannot_open_a_national_set_without_its_official_words) {
  const auto ref = database().write([&](store::Writer& writer) {
    const auto* set = find_question_set("employer-standards");
    return must(create_from_set(writer, work(), set->key,
                                {set->title, std::string(to_text(set->audience)), "no", ""}))
        .ref;
  });
  const auto opened = database().write([&](store::Writer& writer) {
    return open_wave(writer, work(), ref, {"One", "2026-03-01", "2026-03-31", false, ""});
  });
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().problems.front().message, HasSubstr("[official wording]"));
  EXPECT_EQ(question_sets().size(), 3U);
}

TEST_P(SurveyStore, invites_each_address_once_and_keeps_no_link) {
  const auto wave = open(make_survey(), "One", true);
  const auto invited = database().write([&](store::Writer& writer) {
    return must(
        invite(writer, work(), wave.ref, "Jo@example.org\n\nsam@example.org\njo@example.org"));
  });
  EXPECT_EQ(invited.made.size(), 2U);
  const auto wrong = database().write([&](store::Writer& writer) {
    return invite(writer, work(), wave.ref, "sam@example.org\nnot an address");
  });
  EXPECT_THAT(wrong.error().problems.front().message, HasSubstr("Line 2"));
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(invitations(reader, "aldermere", wave.ref).made, 2);
    EXPECT_TRUE(is_invited(reader, "aldermere", wave.ref, invited.made[0].token));
    EXPECT_FALSE(is_invited(reader, "brackwater", wave.ref, invited.made[0].token));
    EXPECT_FALSE(is_invited(reader, "aldermere", wave.ref, "guess"));
  });
  EXPECT_EQ(number("select count(*) from survey_invitations where token_hash like '%" +
                   invited.made[0].token + "%'"),
            0);
  EXPECT_EQ(number("select count(*) from events where details like '%example.org%'"), 0);
}

}  // namespace
}  // namespace throughline::hear::survey
