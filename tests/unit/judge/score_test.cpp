#include "record/event.hpp"
#include "unit/judge/judging.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::judge {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

class ScoreStore : public Judging {
 protected:
  base::Result<Score> give(const ScoreDraft& given) {
    return database().write(
        [&](store::Writer& writer) { return score_statement(writer, work(), rules_, given); });
  }
  base::Result<Score> tell(const EscalationDraft& given) {
    return database().write(
        [&](store::Writer& writer) { return escalate(writer, work(), rules_, given); });
  }
};
ON_BOTH_DATABASES(ScoreStore);

TEST_P(ScoreStore, needs_evidence_a_level_and_a_reason) {
  ScoreDraft given;
  given.statement = "learning";
  given.score = "5";
  given.rationale = "Because.";
  const auto refused = give(given);
  ASSERT_FALSE(refused);
  EXPECT_THAT(fields_of(refused.error()), ElementsAre("score", "rationale", "weighed"));
  given.statement = "street-cleaning";
  EXPECT_EQ(give(given).error().kind, base::ErrorKind::not_found);
}

TEST_P(ScoreStore, is_joined_to_the_evidence_that_was_weighed_on_both_sides) {
  ASSERT_TRUE(add(draft()));
  ASSERT_TRUE(add(draft("staff", "contrary")));
  ASSERT_TRUE(score("learning", "2"));
  database().read([&](store::Reader& reader) {
    const auto links = record::links_to(reader, "aldermere", "SCORE-1");
    ASSERT_EQ(links.size(), 2u);
    const Weighed both = weighed(reader, "aldermere", "SCORE-1");
    EXPECT_EQ(both.supporting.size(), 1u);
    EXPECT_EQ(both.contrary.size(), 1u);
    EXPECT_EQ(scores_with(reader, "aldermere", "EVIDENCE-2").size(), 1u);
    const auto event = record::history(reader, "aldermere", "SCORE-1").front();
    EXPECT_EQ(event.verb, "scored");
  });
}

TEST_P(ScoreStore, leaves_evidence_out_only_with_a_reason) {
  ASSERT_TRUE(add(draft()));
  ASSERT_TRUE(add(draft("staff")));
  ScoreDraft given;
  given.statement = "learning";
  given.score = "3";
  given.rationale = std::string(80, 'r');
  given.shown = refs_of("learning");
  given.weighed = {"EVIDENCE-1"};
  EXPECT_THAT(fields_of(give(given).error()), ElementsAre("left_out_because"));
  given.left_out_because = "It says the same as the other";
  ASSERT_TRUE(give(given));
  database().read([&](store::Reader& reader) {
    const Weighed both = weighed(reader, "aldermere", "SCORE-1");
    ASSERT_EQ(both.left_out.size(), 1u);
    EXPECT_EQ(both.left_out.front().ref, "EVIDENCE-2");
  });
}

TEST_P(ScoreStore, is_refused_when_evidence_came_in_that_the_person_never_saw) {
  ASSERT_TRUE(add(draft()));
  ScoreDraft given;
  given.statement = "learning";
  given.score = "3";
  given.rationale = std::string(80, 'r');
  given.shown = given.weighed = refs_of("learning");
  ASSERT_TRUE(add(draft("staff", "contrary")));
  const auto refused = give(given);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, base::ErrorKind::conflict);
}

TEST_P(ScoreStore, keeps_the_scores_before_it_as_history) {
  ASSERT_TRUE(add(draft()));
  ASSERT_TRUE(score("learning", "2"));
  ASSERT_TRUE(score("learning", "3"));
  database().read([&](store::Reader& reader) {
    const auto scores = scores_of(reader, "aldermere", rules_.framework, "learning");
    ASSERT_EQ(scores.size(), 2u);
    EXPECT_EQ(scores.front().score, 3);
    EXPECT_TRUE(scores.front().standing);
    EXPECT_FALSE(scores.back().standing);
    EXPECT_EQ(record::find_node(reader, "aldermere", "SCORE-1")->state, "replaced");
    EXPECT_EQ(record::find_node(reader, "aldermere", "SCORE-2")->state, "standing");
    EXPECT_TRUE(scores_of(reader, "brackwater", rules_.framework, "learning").empty());
  });
}

TEST_P(ScoreStore, of_one_is_escalated_and_it_is_recorded_who_was_told) {
  ASSERT_TRUE(add(draft("people", "contrary", "safeguarding")));
  ASSERT_TRUE(score("safeguarding", "1"));
  EXPECT_THAT(fields_of(tell({"SCORE-1", "", "2026-03-09", ""}).error()),
              ElementsAre("told", "told_on"));
  const auto told = tell({"SCORE-1", "Chief executive", "1/3/2026", "Weekly meetings"});
  ASSERT_TRUE(told);
  ASSERT_EQ(told->escalations.size(), 1u);
  database().read([&](store::Reader& reader) {
    const auto found = find_score(reader, "aldermere", "SCORE-1");
    EXPECT_EQ(found->escalations.front().told, "Chief executive");
    EXPECT_EQ(record::history(reader, "aldermere", "SCORE-1").back().verb, "escalated");
  });
  ASSERT_TRUE(score("safeguarding", "2"));
  EXPECT_FALSE(tell({"SCORE-2", "Chief executive", "1/3/2026", ""}));
}

class OverallStore : public Judging {};
ON_BOTH_DATABASES(OverallStore);

TEST_P(OverallStore, has_no_rating_until_every_statement_is_scored) {
  ASSERT_TRUE(add(draft()));
  ASSERT_TRUE(score("learning", "3"));
  const auto now = database().read(
      [&](store::Reader& reader) { return overall(reader, "aldermere", rules_.framework); });
  EXPECT_FALSE(now.complete());
  EXPECT_EQ(now.scored(), 1);
  EXPECT_EQ(now.missing.size(), 8u);
  EXPECT_EQ(now.steps.front(),
            "1 of 9 quality statements are scored, so there is no overall rating yet.");
}

TEST_P(OverallStore, is_worked_out_and_explained_step_by_step) {
  score_all("2");
  ASSERT_TRUE(score("learning", "1"));
  const auto now = database().read(
      [&](store::Reader& reader) { return overall(reader, "aldermere", rules_.framework); });
  ASSERT_TRUE(now.complete());
  EXPECT_EQ(now.rating->sum, 17);
  EXPECT_EQ(now.rating->percent, 48);
  EXPECT_EQ(now.rating->rating, "Requires improvement");
  ASSERT_EQ(now.lowest.size(), 1u);
  EXPECT_THAT(now.steps,
              ElementsAre("The scores add up: 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 1 = 17.",
                          "The most they could come to is 9 × 4 = 36.",
                          "100 × 17 ÷ 36 = 47.2…, which is rounded up to 48%.",
                          "A total from 14 to 22 (39% to 62%) is Requires improvement.",
                          "Learning, improvement and innovation is scored 1. That does not change "
                          "the rating, but it must be escalated."));
}

TEST_P(OverallStore, holds_a_professional_judgement_beside_the_rating_until_withdrawn) {
  const std::string reason = "Two statements rest on pilots that ended before the winter months.";
  const auto judge_otherwise = [&](const std::string& rating, const std::string& why) {
    return database().write([&](store::Writer& writer) {
      return override_rating(writer, work(), rules_, rating, why);
    });
  };
  EXPECT_FALSE(judge_otherwise("Good", reason));  // nothing is scored
  score_all("3");
  EXPECT_THAT(fields_of(judge_otherwise("Good", "No").error()), ElementsAre("rating", "reason"));
  EXPECT_FALSE(judge_otherwise("Splendid", reason));
  ASSERT_TRUE(judge_otherwise("Requires improvement", reason));
  EXPECT_EQ(judge_otherwise("Inadequate", reason).error().kind, base::ErrorKind::conflict);
  const auto look = [&] {
    return database().read(
        [&](store::Reader& reader) { return overall(reader, "aldermere", rules_.framework); });
  };
  EXPECT_EQ(look().override_->rating, "Requires improvement");
  EXPECT_EQ(look().rating->rating, "Good");
  ASSERT_TRUE(database().write([&](store::Writer& writer) {
    return withdraw_override(writer, work(), rules_.framework, "The pilots became services");
  }));
  EXPECT_FALSE(look().override_);
}

}  // namespace
}  // namespace throughline::judge
