#include "cli/rebuild.hpp"

#include "act/act.hpp"
#include "count/count.hpp"
#include "hear/answer/follow_up.hpp"
#include "hear/coproduction/project.hpp"
#include "hear/hear.hpp"
#include "hear/joint_review/review.hpp"
#include "hear/letter/letter.hpp"
#include "hear/ombudsman/ombudsman.hpp"
#include "hear/survey/wave.hpp"
#include "judge/elsewhere/library.hpp"
#include "prove/prove.hpp"
#include "publish/local_account/local_account.hpp"
#include "publish/publish.hpp"
#include "publish/report/complaints_report.hpp"
#include "record/authority.hpp"
#include "record/document.hpp"
#include "store/search_index.hpp"
#include "understand/understand.hpp"
#include "unit/judge/judging.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace throughline::cli {
namespace {

using record::NodeKind;
using ::testing::HasSubstr;

// One record of every kind, made by the verbs of the stages, and changed on the way.
class RebuildStore : public judge::Judging {
 protected:
  void SetUp() override {
    TwoCouncils::SetUp();
    change([&](store::Writer& writer) { hear_and_understand(writer); });
    change([&](store::Writer& writer) { answer(writer); });
    change([&](store::Writer& writer) { ask(writer); });
    change([&](store::Writer& writer) { act_and_prove(writer); });
    change([&](store::Writer& writer) { look_elsewhere(writer); });
    change([&](store::Writer& writer) { judge_and_publish(writer); });
  }

  template <typename Work>
  void change(Work&& what) {
    database().write(what);
  }

  void hear_and_understand(store::Writer& writer) {
    for (const auto* words :
         {"The carer came late again", "Everyone was kind", "Late, and alone"}) {
      hear::NewCase given;
      given.kind = hear::Kind::complaint;
      given.relationship = hear::Relationship::person;
      given.words = words;
      ASSERT_TRUE(hear::receive(writer, work(), given));
    }
    ASSERT_TRUE(understand::create_theme(writer, work(), {"Late visits", "", {}, true}));
    ASSERT_TRUE(understand::create_theme(writer, work(), {"Delays", "", {}, true}));
    ASSERT_TRUE(understand::set_themes(writer, work(), "CASE-1", {"THEME-1"}));
    ASSERT_TRUE(understand::set_themes(writer, work(), "CASE-3", {"THEME-2"}));
    ASSERT_TRUE(understand::merge_themes(writer, work(), "THEME-2", "THEME-1", "the same"));
  }

  // A letter, an answer that mended nothing, a report, and a decision of the Ombudsman.
  void answer(store::Writer& writer) {
    hear::letter::NewLetter letter;
    letter.kind = hear::letter::Kind::acknowledgement;
    ASSERT_TRUE(hear::letter::draft_letter(writer, work(), "CASE-1", letter));
    hear::NewCase given;
    given.kind = hear::Kind::concern;
    given.relationship = hear::Relationship::person;
    given.words = "The door sticks";
    const auto concern = hear::receive(writer, work(), given);
    ASSERT_TRUE(concern);
    ASSERT_TRUE(
        hear::close(writer, work(), concern->ref, 1, {hear::Outcome::did, "We planed the door"}));
    ASSERT_TRUE(hear::say_whether_fixed(writer, work(), concern->receipt, hear::Fixed::no));
    hear::DecisionForm decision;
    decision.reference = "24 004 512";
    decision.case_ref = "CASE-1";
    decision.topic = "charging";
    decision.subject = "A charge that nobody had explained";
    decision.verdict = "not_upheld";
    decision.decided = base::add_days(work().today(), -3);
    ASSERT_TRUE(hear::add_decision(writer, work(), decision));
    hear::coproduction::ProjectForm project;
    project.title = "Letters about charges";
    project.about = "What people pay";
    project.stage = "idea";
    project.open_to_all = "yes";
    project.asked_on = base::add_days(work().today(), -30);
    ASSERT_TRUE(hear::coproduction::add_project(writer, work(), project));
    hear::joint_review::ReviewForm review;
    review.title = "A discharge without medicines";
    review.why = "To learn from it";
    review.from = base::add_days(work().today(), -30);
    review.due = base::add_days(work().today(), 14);
    ASSERT_TRUE(hear::joint_review::begin_review(writer, work(), review));
    const auto council = record::find_authority(writer, work().authority_id);
    ASSERT_TRUE(council);
    ASSERT_TRUE(publish::report::keep_report(writer, work(), *council, {2025, 3}));
  }

  // A survey whose title is changed after it was opened.
  void ask(store::Writer& writer) {
    using namespace hear::survey;
    ASSERT_TRUE(create_survey(writer, work(), {"Survey", "staff", "no", ""}));
    ASSERT_TRUE(
        add_question(writer, work(), "SURVEY-1", {.kind = "yes_no", .label = "Do you rest?"}));
    ASSERT_TRUE(
        open_wave(writer, work(), "SURVEY-1", {"Spring", "2026-03-01", "2026-03-31", false, ""}));
    const auto version = find_survey(writer, work().authority_id, "SURVEY-1")->version;
    ASSERT_TRUE(change_survey(writer, work(), "SURVEY-1", version,
                              {"How it is to work here", "staff", "no", ""}));
  }

  void act_and_prove(store::Writer& writer) {
    using namespace std::chrono;
    const auto make_measure = [&](const char* name) {
      return count::create_measure(writer, work(),
                                   {.name = name,
                                    .counts = "Visits more than 30 minutes late",
                                    .unit = "count",
                                    .improvement = "decrease",
                                    .frequency = "monthly"});
    };
    ASSERT_TRUE(make_measure("Late visits"));
    ASSERT_TRUE(make_measure("No values yet"));
    ASSERT_TRUE(count::record_value(writer, work(), "MEASURE-1", {"2026-01-01", "12"}));
    ASSERT_TRUE(act::raise(writer, work(),
                           {"Ring people", "Fewer left waiting", "", "Tom Okafor",
                            year{2026} / June / 30, "MEASURE-1"},
                           {"THEME-1"}));
    ASSERT_TRUE(act::begin(writer, work(), "ACTION-1", year{2026} / January / 10));
    ASSERT_TRUE(prove::record_proof(writer, work(), "ACTION-1"));
    ASSERT_TRUE(record::add_document(
        writer, work(), {"Annual report", "report.pdf", "1 March 2026", "%PDF-1.7\n%%EOF\n"}));
  }

  void look_elsewhere(store::Writer& writer) {
    using namespace judge::elsewhere;
    static const Reader reader = Reader::built_in();
    ASSERT_TRUE(
        import_file(writer, work(), reader, "page.txt",
                    "Safeguarding\nScore: 2\nThe local authority commitment\nWe keep people "
                    "safe.\nKey findings for this quality statement\nStaff told us the rota "
                    "was fair. There were long delays in answering 24 calls."));
    const auto pages = library_pages(writer, work().authority_id);
    ASSERT_TRUE(name_council(writer, work(), pages.at(0).ref, pages.at(0).version, "Wexcombe"));
    const auto found = library_statements(writer, work().authority_id, {}, 1, 0);
    ASSERT_TRUE(correct_statement(writer, work(), found.at(0).ref, found.at(0).version,
                                  {{"staff"}, "mixed", {"rotas"}}));
  }

  void judge_and_publish(store::Writer& writer) {
    auto mixed = draft("people", "mixed");
    mixed.contrary_claim = "Some told us that nobody came.";
    ASSERT_TRUE(judge::add_evidence(writer, work(), rules_, mixed));
    ASSERT_TRUE(judge::add_evidence(writer, work(), rules_, draft()));
    ASSERT_TRUE(judge::withdraw_evidence(writer, work(), "EVIDENCE-3", "said twice"));
    for (const auto* level : {"2", "3"}) {
      judge::ScoreDraft given;
      given.statement = "learning";
      given.score = level;
      given.rationale = "People and staff both say so, and the measure has moved for six months.";
      given.shown = {"EVIDENCE-1", "EVIDENCE-2"};
      given.weighed = given.shown;
      ASSERT_TRUE(judge::score_statement(writer, work(), rules_, given));
    }
    judge::FindingsDraft text;
    text.statement = "learning";
    text.summary = "We learn from what people tell us.";
    text.sections = {{"", {{"People told us that visits came on time.", {"EVIDENCE-1"}}}},
                     {"Learning from feedback", {{"Staff said so too.", {"EVIDENCE-2"}}}}};
    const auto written = judge::write_findings(writer, work(), rules_, text);
    ASSERT_TRUE(written);
    ASSERT_TRUE(judge::approve_findings(writer, as(record::Role::leader), rules_, "learning",
                                        written->content_hash));
    const record::Authority council{"aldermere", "Aldermere Borough Council", "", ""};
    for (int version = 1; version <= 3; ++version) {
      const auto check = publish::check_publication(writer, council, rules_, work().today());
      ASSERT_TRUE(publish::publish_assessment(writer, as(record::Role::lead), council, rules_,
                                              {check.hash, true}));
      if (version != 2) continue;
      ASSERT_TRUE(publish::withdraw_publication(writer, as(record::Role::lead), "PUBLICATION-2",
                                                "a mistake"));
    }
    ASSERT_TRUE(publish::word_action(
        writer, work(), {"ACTION-1", "You told us that nobody rang.", "We ring.", "", true}));
    const auto begun = publish::local_account::begin_account(writer, work(), council, 2025);
    ASSERT_TRUE(begun);
    ASSERT_TRUE(publish::local_account::give_up(writer, work(), begun->ref, "begun too early"));
    ASSERT_TRUE(publish::local_account::begin_account(writer, work(), council, 2025));
  }

  // Derived tables as text, and what a search finds.
  std::string derived() {
    return database().read([&](store::Reader& reader) {
      std::string text;
      for (const auto* sql :
           {"select ref, title, dated, state from nodes where authority_id = $1 order by ref",
            "select theme_ref, case_ref, received, number, kind from case_themes "
            "where authority_id = $1 order by theme_ref, case_ref",
            "select kind, ref from search_documents where authority_id = $1 order by kind, ref"}) {
        for (const auto& row : reader.rows(sql, {"aldermere"})) {
          for (std::size_t i = 0; i < row.size(); ++i) text += row.text(i) + "|";
          text += "\n";
        }
      }
      for (const auto* typed : {"late", "kind", "again"}) {
        text += std::string(typed) + ":";
        for (const auto& [ref, excerpt] : store::highlights(
                 reader, "aldermere", "case", {"CASE-1", "CASE-2", "CASE-3"}, typed)) {
          text += " " + ref;
          for (const auto& segment : excerpt) text += "[" + segment.text + "]";
        }
        text += "\n";
      }
      return text;
    });
  }

  base::Result<Rebuilt> rebuilt() {
    return database().write([](store::Writer& writer) { return rebuild(writer, "aldermere"); });
  }
};
ON_BOTH_DATABASES(RebuildStore);

TEST_P(RebuildStore, puts_back_what_was_there_byte_for_byte) {
  const auto before = derived();
  ASSERT_THAT(before, HasSubstr("late: CASE-1"));
  const auto done = rebuilt();
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(derived(), before);
  EXPECT_EQ(done->nodes, done->nodes_before);
  EXPECT_GT(done->texts, 3);
}

TEST_P(RebuildStore, puts_back_what_was_lost_or_damaged) {
  const auto before = derived();
  change([](store::Writer& writer) {
    writer.execute("update nodes set title = 'wrong' where ref = 'CASE-1'");
    writer.execute("delete from nodes where ref in ('ACTION-1', 'SCORE-1')");
    writer.execute("delete from case_themes");
    store::put_text(writer, "aldermere", "case", "CASE-2", "late words of nobody");
    store::remove_text(writer, "aldermere", "case", "CASE-1");
    store::put_text(writer, "aldermere", "case", "CASE-99", "no such case");
  });
  ASSERT_NE(derived(), before);
  ASSERT_TRUE(rebuilt());
  EXPECT_EQ(derived(), before);
}

TEST_P(RebuildStore, leaves_the_other_council_alone) {
  change([&](store::Writer& writer) {
    record::put_node(writer, "brackwater", {"CASE-1", "Theirs", "", ""});
    store::put_text(writer, "brackwater", "case", "CASE-1", "theirs");
  });
  ASSERT_TRUE(rebuilt());
  database().read([](store::Reader& reader) {
    EXPECT_TRUE(record::find_node(reader, "brackwater", "CASE-1").has_value());
    EXPECT_EQ(store::highlights(reader, "brackwater", "case", {"CASE-1"}, "theirs").size(), 1U);
  });
}

TEST_P(RebuildStore, refuses_to_drop_a_record_that_no_stage_rebuilds) {
  change([](store::Writer& writer) {
    record::put_node(writer, "aldermere", {"USER-1", "Not on the line", "", ""});
  });
  const auto before = derived();
  const auto done = rebuilt();
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().problems.at(0).message, HasSubstr("USER-1 is of a kind"));
  EXPECT_EQ(derived(), before);
}

TEST_P(RebuildStore, refuses_to_leave_a_link_loose) {
  change([&](store::Writer& writer) {
    record::put_node(writer, "aldermere", {"CASE-77", "Of no case", "", ""});
    record::add_link(writer, work(), {"CASE-77", record::Relation::has_theme, "THEME-1"});
  });
  const auto before = derived();
  const auto done = rebuilt();
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().message, HasSubstr("CASE-77 has_theme THEME-1"));
  EXPECT_EQ(derived(), before);
}

// Every kind that a stage puts on the line must be rebuilt by one; the story above has them all.
TEST_P(RebuildStore, covers_every_kind_on_the_line_once) {
  std::multiset<NodeKind> covered;
  for (const auto& each : rebuilders()) covered.insert(each.kinds.begin(), each.kinds.end());
  EXPECT_EQ(std::set<NodeKind>(covered.begin(), covered.end()).size(), covered.size());
  std::set<NodeKind> on_the_line;
  database().read([&](store::Reader& reader) {
    for (const auto& row : reader.rows("select ref from nodes")) {
      on_the_line.insert(record::kind_of(row.text(0)).value());
    }
  });
  EXPECT_EQ(std::set<NodeKind>(covered.begin(), covered.end()), on_the_line);
}

}  // namespace
}  // namespace throughline::cli
