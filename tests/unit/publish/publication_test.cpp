#include "publish/publish.hpp"
#include "record/event.hpp"
#include "record/trace.hpp"
#include "unit/judge/judging.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::publish {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::Not;

class PublicationStore : public judge::Judging {
 protected:
  static record::Authority council() { return {"aldermere", "Aldermere Borough Council", "", ""}; }

  // Findings with a source, approved by a leader, for a statement that is scored.
  void write_and_approve(const std::string& statement) {
    judge::FindingsDraft text;
    text.statement = statement;
    text.summary = "We learn from what people tell us.";
    text.sections = {{"", {{"People told us that visits came on time.", refs_of(statement)}}},
                     {"Learning from feedback", {{"Staff said so too.", refs_of(statement)}}}};
    database().write([&](store::Writer& writer) {
      auto written = judge::write_findings(writer, work(), rules_, text);
      ASSERT_TRUE(written);
      ASSERT_TRUE(judge::approve_findings(writer, as(record::Role::leader), rules_, statement,
                                          written->content_hash));
    });
  }
  void ready(const std::string& number) {
    score_all(number);
    for (const auto& statement : rules_.framework.statements) write_and_approve(statement.key);
  }
  PublicationCheck check() {
    return database().read([&](store::Reader& reader) {
      return check_publication(reader, council(), rules_, work().today());
    });
  }
  base::Result<Publication> publish(const PublicationDraft& given,
                                    record::Role role = record::Role::lead) {
    return database().write([&](store::Writer& writer) {
      return publish_assessment(writer, as(role), council(), rules_, given);
    });
  }
};
ON_BOTH_DATABASES(PublicationStore);

TEST_P(PublicationStore, is_refused_while_nothing_is_scored) {
  EXPECT_FALSE(check().may_publish());
  EXPECT_FALSE(publish({check().hash, true}));
}

TEST_P(PublicationStore, waits_for_approval_and_escalation) {
  ASSERT_TRUE(add(draft("people", "contrary")));
  ASSERT_TRUE(score("learning", "1"));
  std::vector<std::string> stops;
  for (const CheckItem& item : check().of(Severity::stops)) stops.push_back(item.what);
  EXPECT_THAT(stops, Contains(HasSubstr("nobody has been told")));
  EXPECT_THAT(stops, Contains(HasSubstr("has no key findings")));
  write_and_approve("learning");
  ASSERT_TRUE(database().write([&](store::Writer& writer) {
    return judge::escalate(writer, work(), rules_,
                           {"SCORE-1", "Chief executive", "2026-03-01", ""});
  }));
  EXPECT_TRUE(check().may_publish());
  ASSERT_TRUE(score("learning", "2"));  // approval no longer holds
  EXPECT_THAT(check().of(Severity::stops).front().what, HasSubstr("changed after Anna Meredith"));
}

TEST_P(PublicationStore, freezes_what_was_published_word_for_word) {
  ready("3");
  const auto made = publish({check().hash, true});
  ASSERT_TRUE(made);
  ASSERT_TRUE(score("learning", "1"));
  database().read([&](store::Reader& reader) {
    const auto standing = standing_publication(reader, "aldermere");
    ASSERT_TRUE(standing);
    EXPECT_EQ(standing->ref, "PUBLICATION-1");
    const SummaryPage summary = published_summary(reader, "aldermere", standing->ref);
    EXPECT_EQ(summary.rating, "Good");
    EXPECT_EQ(summary.percent, 75);
    EXPECT_EQ(summary.published, "2026-03-02");
    const auto page = published_statement(reader, "aldermere", standing->ref, "learning");
    ASSERT_TRUE(page);
    EXPECT_EQ(page->score, 3);
    EXPECT_EQ(page->sections.at(1).heading, "Learning from feedback");
    EXPECT_EQ(page->basis.sentence(), "1 feedback case; people who draw on care");
    EXPECT_FALSE(published_statement(reader, "aldermere", standing->ref, "summary"));
    EXPECT_FALSE(published_statement(reader, "brackwater", standing->ref, "learning"));
    EXPECT_FALSE(standing_publication(reader, "brackwater"));
    const auto walk = record::trace(reader, "aldermere", "PUBLICATION-1", record::Direction::back);
    ASSERT_TRUE(walk);
    EXPECT_THAT(walk->steps,
                Contains(Field(&record::TraceStep::node, Field(&record::Node::ref, "CASE-1"))));
  });
}

TEST_P(PublicationStore, is_only_for_those_who_may_and_only_of_what_they_checked) {
  ready("3");
  const std::string hash = check().hash;
  EXPECT_EQ(publish({hash, true}, record::Role::officer).error().kind, base::ErrorKind::forbidden);
  EXPECT_EQ(publish({"other", true}).error().kind, base::ErrorKind::conflict);
  EXPECT_TRUE(publish({hash, true}));
}

TEST_P(PublicationStore, with_cautions_asks_for_a_plain_yes) {
  ASSERT_TRUE(add(draft()));
  ASSERT_TRUE(score("learning", "3"));
  write_and_approve("learning");
  ASSERT_FALSE(check().of(Severity::caution).empty());  // eight statements are not scored
  EXPECT_FALSE(publish({check().hash, false}));
  const auto made = publish({check().hash, true});
  ASSERT_TRUE(made);
  EXPECT_THAT(made->cautions,
              HasSubstr("Governance, management and sustainability: It is not scored"));
  database().read([&](store::Reader& reader) {
    const SummaryPage summary = published_summary(reader, "aldermere", made->ref);
    EXPECT_EQ(summary.percent, std::nullopt);
    EXPECT_EQ(summary.rating, "");
    EXPECT_EQ(summary.lines.size(), 9u);
  });
}

TEST_P(PublicationStore, takes_the_place_of_the_one_before_and_can_be_withdrawn) {
  ready("3");
  ASSERT_TRUE(publish({check().hash, true}));
  ASSERT_TRUE(publish({check().hash, true}));
  const auto withdraw = [&](const std::string& reason) {
    return database().write([&](store::Writer& writer) {
      return withdraw_publication(writer, as(record::Role::lead), "PUBLICATION-2", reason);
    });
  };
  EXPECT_FALSE(withdraw(" "));
  ASSERT_TRUE(withdraw("A figure was wrong"));
  database().read([&](store::Reader& reader) {
    EXPECT_FALSE(standing_publication(reader, "aldermere"));
    const auto all = publications(reader, "aldermere");
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all.front().withdrawn_because, "A figure was wrong");
    EXPECT_EQ(record::find_node(reader, "aldermere", "PUBLICATION-1")->state, "replaced");
    EXPECT_EQ(record::find_node(reader, "aldermere", "PUBLICATION-2")->state, "withdrawn");
  });
}

TEST_P(PublicationStore, holds_no_ref_and_no_name_of_anyone) {
  ready("3");
  ASSERT_TRUE(publish({check().hash, true}));
  database().read([&](store::Reader& reader) {
    const std::string json =
        to_json(*published_statement(reader, "aldermere", "PUBLICATION-1", "learning")) +
        to_json(published_summary(reader, "aldermere", "PUBLICATION-1"));
    for (const char* secret : {"CASE-", "EVIDENCE-", "SCORE-", "Priya", "Meredith"}) {
      EXPECT_THAT(json, Not(HasSubstr(secret)));
    }
  });
}

TEST(AssessmentPage, reads_back_from_its_own_json) {
  StatementPage page;
  page.authority = "Aldermere <Borough> Council";
  page.statement = "learning";
  page.score = 2;
  page.expectations = {"I am heard.", "I am safe."};
  page.sections = {{"", {{"First \"one\".", {{{"people", "People who draw on care", 2, 1}}, {}}}}},
                   {"Heading", {{"\xF0\x9F\x98\x80", {}}}}};
  const std::string json = to_json(page);
  EXPECT_EQ(to_json(statement_page_from_json(json)), json);
  SummaryPage summary;
  summary.authority = "Aldermere";
  summary.percent = 75;
  summary.judged_rating = "Good";
  summary.judged_reason = "Because";
  summary.lines = {{"learning", "Learning", "Leadership", 3, "Evidence shows", "Well."},
                   {"equity", "Equity", "Working", std::nullopt, "", ""}};
  const std::string summary_json = to_json(summary);
  EXPECT_EQ(to_json(summary_page_from_json(summary_json)), summary_json);
}

}  // namespace
}  // namespace throughline::publish
