#include "hear/hear.hpp"
#include "hear/survey/comments.hpp"
#include "record/line.hpp"
#include "unit/hear/survey/asked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::hear::survey {
namespace {

using ::testing::HasSubstr;

class SurveyResponse : public AskedSurvey {
 protected:
  base::Result<void> begin(const Wave& wave, const std::string& token,
                           const std::string& invitation = "") {
    return database().write([&](store::Writer& writer) {
      return begin_answering(writer, work(), wave, token, invitation);
    });
  }
  void say(const Wave& wave, const std::string& token, const Answers& answers) {
    database().write([&](store::Writer& writer) {
      auto answering = find_answering(writer, work(), wave, token).value();
      answering.answers = answers;
      keep_answering(writer, work(), wave, token, answering);
    });
  }
  base::Result<void> send(const Wave& wave, const std::string& token) {
    return database().write(
        [&](store::Writer& writer) { return send_answers(writer, work(), wave, token); });
  }
};
ON_BOTH_DATABASES(SurveyResponse);

TEST_P(SurveyResponse, counts_answers_and_sets_apart_what_was_not_said) {
  const auto wave = open(make_survey());
  answer(wave, {{1, {"yes"}}, {2, {"1"}}, {3, {"1", "3"}}, {4, {}}}, "a");
  answer(wave, {{1, {"yes"}}, {2, {"2"}}, {3, {"declined"}}, {4, {}}}, "b");
  answer(wave, {{1, {"yes"}}, {2, {}}, {3, {"1"}}, {4, {}}}, "c");
  for (const std::string key : {"d", "e", "f"}) {
    answer(wave, {{1, {"yes"}}, {2, {"5"}}, {3, {"2"}}, {4, {}}}, key);
  }
  answer(wave, {{1, {"no"}}, {3, {}}, {4, {}}}, "g");
  const auto made = tallied(wave);
  EXPECT_EQ(made.responses, 7);
  EXPECT_EQ(made.questions[0].base, 7);
  EXPECT_EQ(made.questions[0].options[0].count, 6);
  EXPECT_NEAR(made.questions[0].options[0].share.share, 6.0 / 7, 1e-9);
  const auto& scale = made.questions[1];
  EXPECT_EQ(scale.asked, 6) << "whoever said no was not asked";
  EXPECT_EQ(scale.base, 5);
  EXPECT_EQ(scale.missing, 1);
  EXPECT_EQ(scale.first_two->count, 2);
  const auto& several = made.questions[2];
  EXPECT_EQ(several.base, 5) << "people, not ticks";
  EXPECT_EQ(several.declined, 1);
  EXPECT_EQ(several.options[0].count, 2);
  EXPECT_TRUE(made.questions[3].withheld());
  EXPECT_THAT(results_csv(made), HasSubstr("The support helps me,Strongly agree,1,5,20"));
}

TEST_P(SurveyResponse, shows_nothing_of_fewer_than_five) {
  const auto wave = open(make_survey());
  for (const std::string key : {"a", "b", "c", "d"}) {
    answer(wave, {{1, {"no"}}, {3, {}}, {4, {}}}, key);
  }
  const auto made = tallied(wave);
  EXPECT_TRUE(made.questions[0].withheld());
  EXPECT_TRUE(made.questions[0].options.empty());
  EXPECT_FALSE(combined(made.questions[0], {"no"}));
  EXPECT_THAT(results_csv(made), HasSubstr("not shown"));
}

TEST_P(SurveyResponse, makes_each_comment_a_case_that_is_joined_to_the_wave_alone) {
  const auto wave = open(make_survey());
  answer(wave, {{1, {"no"}}, {3, {}}, {4, {"Ring before you come"}}}, "secretkey");
  database().read([&](store::Reader& reader) {
    const auto links = record::links_from(reader, "aldermere", wave.ref);
    ASSERT_EQ(links.size(), 1U);
    EXPECT_EQ(links[0].relation, record::Relation::gave);
    const auto found = find_case(reader, "aldermere", links[0].to).value();
    EXPECT_EQ(found.words, "Ring before you come");
    EXPECT_EQ(found.channel, Channel::survey);
    EXPECT_EQ(found.relationship, Relationship::unpaid_carer);
    EXPECT_EQ(found.kind, Kind::suggestion);
    const auto written = comments(reader, "aldermere", wave.ref, 0);
    ASSERT_EQ(written.comments.size(), 1U);
    EXPECT_EQ(written.comments[0].words, "Ring before you come");
    EXPECT_EQ(waiting_comments(reader, "aldermere", wave.ref), 1);
    EXPECT_TRUE(comments(reader, "brackwater", wave.ref, 0).comments.empty());
  });
  EXPECT_EQ(number("select count(*) from survey_answers where answer like '%Ring%'"), 0);
  EXPECT_EQ(number("select count(*) from survey_comments where words <> ''"), 0);
  EXPECT_EQ(number("select count(*) from cases where submission_key like '%secretkey%'"), 0);
  EXPECT_EQ(number("select count(*) from events where details like '%secretkey%' "
                   "or details like '%Ring%'"),
            0);
  EXPECT_EQ(database().write([&](store::Writer& writer) {
    return must(close_comments(writer, work(), wave.ref));
  }),
            1);
  EXPECT_EQ(number("select count(*) from cases where status = 'closed'"), 1);
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(waiting_comments(reader, "aldermere", wave.ref), 0);
  });
}

TEST_P(SurveyResponse, is_one_however_often_it_is_sent) {
  const auto wave = open(make_survey());
  ASSERT_TRUE(begin(wave, "browser"));
  say(wave, "browser", {{1, {"no"}}, {3, {"1"}}, {4, {"Words"}}});
  ASSERT_TRUE(send(wave, "browser"));
  ASSERT_TRUE(send(wave, "browser"));
  EXPECT_EQ(number("select count(*) from survey_responses"), 1);
  EXPECT_EQ(number("select count(*) from cases"), 1);
  EXPECT_EQ(number("select count(*) from survey_drafts where answers like '%Words%'"), 0);
  EXPECT_EQ(send(wave, "another").error().kind, base::ErrorKind::not_found);
}

TEST_P(SurveyResponse, says_every_question_that_is_not_answered) {
  const auto wave = open(make_survey());
  ASSERT_TRUE(begin(wave, "browser"));
  say(wave, "browser", {{1, {}}});
  const auto sent = send(wave, "browser");
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().problems.front().field, "q1");
  EXPECT_EQ(number("select count(*) from survey_responses"), 0);
}

TEST_P(SurveyResponse, uses_a_link_once_and_joins_it_to_nothing) {
  const auto wave = open(make_survey(), "One", true);
  const auto invited = database().write([&](store::Writer& writer) {
    return must(invite(writer, work(), wave.ref, "jo@example.org"));
  });
  EXPECT_EQ(begin(wave, "browser", "guess").error().kind, base::ErrorKind::forbidden);
  ASSERT_TRUE(begin(wave, "browser", invited.made[0].token));
  ASSERT_TRUE(begin(wave, "second", invited.made[0].token));
  for (const std::string token : {"browser", "second"}) {
    say(wave, token, {{1, {"no"}}, {3, {}}, {4, {}}});
  }
  ASSERT_TRUE(send(wave, "browser"));
  EXPECT_EQ(send(wave, "second").error().kind, base::ErrorKind::forbidden);
  EXPECT_EQ(begin(wave, "third", invited.made[0].token).error().kind, base::ErrorKind::forbidden);
  EXPECT_EQ(number("select count(*) from survey_responses"), 1);
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(invitations(reader, "aldermere", wave.ref).used, 1);
  });
}

TEST_P(SurveyResponse, is_taken_while_the_wave_is_open) {
  const auto ref = make_survey();
  const auto wave = open(ref);
  auto later = work();
  later.now += std::chrono::hours{24 * 30};
  const auto late = database().write(
      [&](store::Writer& writer) { return begin_answering(writer, later, wave, "browser", ""); });
  EXPECT_THAT(late.error().message, HasSubstr("closed"));
}

TEST_P(SurveyResponse, keeps_names_only_where_they_were_asked_for) {
  const auto wave = open(make_survey("yes"));
  ASSERT_TRUE(begin(wave, "browser"));
  database().write([&](store::Writer& writer) {
    auto answering = find_answering(writer, work(), wave, "browser").value();
    answering.answers = {{1, {"no"}}, {3, {}}, {4, {}}};
    answering.name = "Jo Bloggs";
    keep_answering(writer, work(), wave, "browser", answering);
  });
  ASSERT_TRUE(send(wave, "browser"));
  const auto why = database().write(
      [&](store::Writer& writer) { return look_at_names(writer, work(), wave.ref, " "); });
  EXPECT_FALSE(why);
  const auto names = database().write([&](store::Writer& writer) {
    return must(look_at_names(writer, work(), wave.ref, "To thank them"));
  });
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(names[0].name, "Jo Bloggs");
  EXPECT_EQ(number("select count(*) from events where details like '%Bloggs%'"), 0);
  EXPECT_EQ(number("select count(*) from events where verb = 'looked at who answered'"), 1);
}

}  // namespace
}  // namespace throughline::hear::survey
