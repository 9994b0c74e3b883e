#include "demo/demo.hpp"

#include "demo_council.hpp"
#include "hear/complaint/worklist.hpp"
#include "hear/fair_voice/fair_voice.hpp"
#include "hear/people/people.hpp"
#include "judge/judge.hpp"
#include "prove/prove.hpp"
#include "publish/publish.hpp"
#include "record/trace.hpp"
#include "record/verify.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

namespace throughline::demo {
namespace {

using ::testing::AnyOfArray;
using ::testing::Each;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// One council for all tests that only look.
class Demo : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { council_ = std::make_unique<DemoCouncil>(); }
  static void TearDownTestSuite() { council_.reset(); }
  static store::Database& database() { return council_->database(); }
  static DemoCouncil& council() { return *council_; }

  static std::unique_ptr<DemoCouncil> council_;
};

std::unique_ptr<DemoCouncil> Demo::council_;

std::vector<std::string> receipts(store::Reader& reader, const std::string& authority_id) {
  std::vector<std::string> all;
  reader.for_each("select receipt from cases where authority_id = $1", {authority_id},
                  [&](const store::Row& row) { all.push_back(row.text(0)); });
  return all;
}

TEST_F(Demo, has_a_sound_history) {
  for (const std::string id : {aldermere, brackwater}) {
    const auto verification =
        database().read([&](store::Reader& reader) { return record::verify(reader, id); });
    EXPECT_EQ(verification.fault, std::nullopt) << id;
    EXPECT_GT(verification.events, 0);
  }
}

TEST_F(Demo, has_something_at_every_stage) {
  for (const char* table : {"cases",
                            "case_ways",
                            "case_themes",
                            "case_contacts",
                            "equality_answers",
                            "measures",
                            "measure_values",
                            "actions",
                            "proofs",
                            "documents",
                            "evidence",
                            "scores",
                            "escalations",
                            "findings",
                            "finding_approvals",
                            "published_pages",
                            "elsewhere_statements",
                            "rating_overrides",
                            "publications",
                            "public_wordings",
                            "outgoing_mail",
                            "information_pages",
                            "information_answers",
                            "follow_ups",
                            "replies_owed",
                            "idea_raisers",
                            "concerns",
                            "compliments",
                            "praised_workers",
                            "points",
                            "faces",
                            "letters",
                            "letter_templates",
                            "complaint_reports",
                            "surveys",
                            "survey_waves",
                            "survey_responses",
                            "survey_comments",
                            "survey_measures",
                            "population_groups",
                            "redactions",
                            "legal_holds",
                            "retention_rules",
                            "ombudsman_decisions",
                            "ombudsman_recommendations",
                            "ombudsman_years",
                            "coproduction_members",
                            "coproduction_names",
                            "coproduction_answers",
                            "coproduction_asks",
                            "coproduction_hold_ups",
                            "joint_reviews",
                            "joint_review_parties",
                            "joint_review_drafts",
                            "joint_review_parts",
                            "joint_review_facts",
                            "joint_review_actions",
                            "local_accounts",
                            "local_account_chapters",
                            "local_account_notes",
                            "local_account_signatures",
                            "local_account_names"}) {
    EXPECT_GT(council().number(std::string("select count(*) from ") + table +
                               " where authority_id = 'aldermere'"),
              0)
        << table;
  }
}

TEST_F(Demo, hears_every_kind_from_everyone_in_every_way) {
  EXPECT_EQ(council().number("select count(distinct kind) from cases"), 5);
  EXPECT_EQ(council().number("select count(distinct relationship) from cases"), 8);
  EXPECT_EQ(council().number("select count(distinct channel) from cases"), 6);
  EXPECT_EQ(council().number("select count(distinct status) from cases"), 3);
  EXPECT_EQ(council().number("select count(*) from case_words where words like '%{%'"), 0);
}

TEST_F(Demo, works_complaints_as_the_regulations_say) {
  EXPECT_EQ(council().number("select count(*) from cases c where c.kind = 'complaint' and not "
                             "exists (select 1 from complaints p where p.authority_id = "
                             "c.authority_id and p.case_ref = c.ref)"),
            0);
  EXPECT_EQ(council().number("select count(*) from complaints p join cases c on c.authority_id = "
                             "p.authority_id and c.ref = p.case_ref where c.status = 'closed' and "
                             "p.ended = '' and (p.learning = '' or p.responded = '' or "
                             "p.acknowledged = '')"),
            0);
  EXPECT_GT(council().number("select count(*) from complaint_points where finding <> ''"), 20);
  EXPECT_GT(council().number("select count(distinct learning) from complaints"), 3);
  for (const char* table : {"complaint_plans", "complaint_notes", "complaint_remedies",
                            "complaint_responses", "complaint_targets"}) {
    EXPECT_GT(council().number(std::string("select count(*) from ") + table), 0) << table;
  }
}

TEST_F(Demo, has_a_complaint_that_is_late) {
  base::SeededRandom random(1);
  const record::Work on_the_day{
      aldermere, {}, base::london_midnight(as_at) + std::chrono::hours(10), random};
  const auto late = database().read([&](store::Reader& reader) {
    return hear::list_complaints(reader, on_the_day, {hear::Worklist::late, "", ""}).items;
  });
  ASSERT_FALSE(late.empty());
  EXPECT_EQ(hear::waiting_of(late.front(), as_at), hear::Waiting::late);
}

TEST_F(Demo, ends_the_day_before_and_begins_three_years_earlier) {
  database().read([](store::Reader& reader) {
    const auto row = reader.row("select min(at), max(at) from events").value();
    EXPECT_EQ(row.text(0).substr(0, 10), "2023-10-31");
    EXPECT_LT(row.text(1), "2026-11-24T00:00");
    EXPECT_GE(row.text(1), "2026-11-20");
  });
}

TEST_F(Demo, writes_its_history_in_the_order_of_time) {
  EXPECT_EQ(council().number("select count(*) from events e join events f on f.authority_id = "
                             "e.authority_id and f.sequence = e.sequence + 1 where f.at < e.at"),
            0);
}

TEST_F(Demo, tells_the_verdicts_of_its_story) {
  std::map<std::string, std::string> told;
  database().read([&](store::Reader& reader) {
    for (const auto& row : reader.rows("select ref, title from actions where authority_id = $1 and "
                                       "measure_ref <> '' and began <> ''",
                                       {std::string(aldermere)})) {
      const auto action = act::find_action(reader, aldermere, row.text(0)).value();
      const auto verdict = prove::test_action(reader, aldermere, action);
      ASSERT_TRUE(verdict) << action.title;
      told[action.title] = stats::to_text(verdict->outcome);
    }
  });
  EXPECT_EQ(told["Ring people when a home care visit will be late"], "improved");
  EXPECT_EQ(told["Hold reviews at weekends for a year"], "no_change");
  EXPECT_EQ(told["Move every team to one telephone number"], "got_worse");
  EXPECT_EQ(told["Share autism training days with care homes and home care"], "too_soon");
}

TEST_F(Demo, has_an_action_that_was_stopped_one_that_is_late_and_one_due_this_week) {
  EXPECT_GT(council().number("select count(*) from actions where status = 'stopped'"), 0);
  EXPECT_GT(council().number("select count(*) from actions where status in ('planned', "
                             "'under_way') and due < '2026-11-24'"),
            0);
  EXPECT_GT(council().number("select count(*) from actions where status in ('planned', "
                             "'under_way') and due between '2026-11-24' and '2026-11-30'"),
            0);
}

TEST_F(Demo, scores_all_nine_statements_with_one_that_was_escalated) {
  database().read([](store::Reader& reader) {
    const auto framework = judge::local_authority_framework();
    const auto overall = judge::overall(reader, aldermere, framework);
    ASSERT_TRUE(overall.complete());
    EXPECT_EQ(overall.sum, 23);
    ASSERT_EQ(overall.lowest.size(), 1U);
    EXPECT_THAT(overall.lowest.front().escalations, Not(IsEmpty()));
    EXPECT_TRUE(overall.override_);
  });
}

TEST_F(Demo, shows_where_leaders_say_what_others_do_not_feel) {
  database().read([](store::Reader& reader) {
    judge::EvidenceFilter filter;
    filter.statement = "equity";
    const auto evidence = judge::list_evidence(reader, aldermere, filter, as_at);
    EXPECT_THAT(judge::say_and_do(judge::tally(evidence)), Not(IsEmpty()));
  });
}

TEST_F(Demo, publishes_every_statement_and_tells_people_what_changed) {
  database().read([](store::Reader& reader) {
    const auto publication = publish::standing_publication(reader, aldermere);
    ASSERT_TRUE(publication);
    for (const auto& statement : judge::local_authority_framework().statements) {
      EXPECT_TRUE(publish::published_statement(reader, aldermere, publication->ref, statement.key))
          << statement.key;
    }
    EXPECT_GT(publish::you_said_we_did(reader, aldermere).size(), 6U);
  });
}

TEST_F(Demo, keeps_some_cases_redacted_and_shows_who_looked) {
  database().read([](store::Reader& reader) {
    EXPECT_GT(hear::looks(reader, aldermere, "", 0, 50).size(), 3U);
    const auto found = hear::fair_voice(reader, aldermere, {}, hear::Population::residents);
    ASSERT_TRUE(found.enough);
    for (const auto& question : found.questions) EXPECT_NE(question.source, "") << question.field;
  });
}

TEST_F(Demo, traces_every_score_back_to_cases) {
  database().read([](store::Reader& reader) {
    const auto overall = judge::overall(reader, aldermere, judge::local_authority_framework());
    for (const auto& [statement, score] : overall.scores) {
      const auto trace =
          record::trace(reader, aldermere, score.ref, record::Direction::back).value();
      EXPECT_THAT(record::trace_json(trace), HasSubstr("CASE-")) << statement;
    }
  });
}

TEST_F(Demo, keeps_the_other_council_apart) {
  EXPECT_EQ(council().number("select count(*) from cases where authority_id = 'brackwater'"), 24);
  database().read([](store::Reader& reader) {
    const auto all = publish::you_said_we_did(reader, brackwater);
    EXPECT_THAT(all, IsEmpty());
    EXPECT_THAT(receipts(reader, brackwater), Each(Not(AnyOfArray(receipts(reader, aldermere)))));
  });
}

TEST_F(Demo, says_who_can_sign_in_with_addresses_that_reach_nobody) {
  const auto all =
      database().read([](store::Reader& reader) { return sign_ins(reader, aldermere); });
  EXPECT_GT(all.size(), 15U);
  for (const auto& each : all) EXPECT_THAT(each.email, EndsWith(".example"));
}

TEST_F(Demo, refuses_a_council_that_is_there_and_changes_nothing) {
  const auto before = council().content();
  const auto again = make_demo(database(), quick_passwords(), {as_at});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, base::ErrorKind::conflict);
  EXPECT_EQ(council().content(), before);
}

TEST_F(Demo, is_the_same_for_the_same_seed) {
  EXPECT_EQ(DemoCouncil().content(), council().content());
}

TEST_F(Demo, is_the_same_on_postgresql) {
  EXPECT_EQ(DemoCouncil(small, 1, store::Dialect::postgres).content(), council().content());
}

TEST_F(Demo, is_another_for_another_seed_and_twice_as_big_at_twice_the_scale) {
  DemoCouncil other(2 * small, 2);
  EXPECT_NE(other.content(), council().content());
  // What staff raise and log, what partners tell, what is said at points, of pages, with pictures,
  // on paper and in surveys is the same few at every scale.
  const std::string scaled =
      "select count(*) from cases where authority_id = 'aldermere' and ref not in (select case_ref "
      "from replies_owed where authority_id = 'aldermere') and ref not in (select case_ref from "
      "concerns where authority_id = 'aldermere') and ref not in (select case_ref from faces where "
      "authority_id = 'aldermere') and ref not in (select case_ref from information_answers where "
      "authority_id = 'aldermere') and ref not in (select case_ref from case_ways where "
      "authority_id = 'aldermere') and channel <> 'survey'";
  EXPECT_EQ(other.number(scaled), 2 * council().number(scaled));
}

TEST(DemoOptions, refuse_a_scale_of_nothing) {
  testing::TestDatabase empty(store::Dialect::sqlite, testing::TestDatabase::State::migrated);
  EXPECT_FALSE(make_demo(empty.database(), quick_passwords(), {as_at, 1, 0}));
}

}  // namespace
}  // namespace throughline::demo
