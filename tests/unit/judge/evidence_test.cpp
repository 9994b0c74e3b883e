#include "record/event.hpp"
#include "unit/judge/judging.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::judge {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class EvidenceStore : public Judging {};
ON_BOTH_DATABASES(EvidenceStore);

TEST_P(EvidenceStore, stands_on_the_line_between_what_shows_it_and_nothing_yet) {
  EvidenceDraft given = draft();
  given.sources = {"case-1", "MEASURE-1", "CASE-1"};
  const auto added = add(given);
  ASSERT_TRUE(added);
  ASSERT_EQ(added->size(), 1u);
  database().read([&](store::Reader& reader) {
    const auto found = find_evidence(reader, "aldermere", "EVIDENCE-1");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->claim, given.claim);
    EXPECT_EQ(found->category, "people");
    EXPECT_EQ(base::to_text(found->dated), "2026-02-01");
    EXPECT_EQ(base::to_text(found->review_by), "2027-02-01");
    EXPECT_EQ(found->sources.size(), 2u);
    EXPECT_EQ(record::links_from(reader, "aldermere", "CASE-1").size(), 1u);
    EXPECT_EQ(record::find_node(reader, "aldermere", "EVIDENCE-1")->state, "supporting");
    EXPECT_EQ(record::history(reader, "aldermere", "EVIDENCE-1").front().verb, "added");
  });
}

TEST_P(EvidenceStore, of_several_statements_and_mixed_is_one_piece_each) {
  EvidenceDraft given = draft();
  given.statements = {"learning", "governance"};
  given.bearing = "mixed";
  given.contrary_claim = "Three people said that nobody told them of a change.";
  const auto added = add(given);
  ASSERT_TRUE(added);
  ASSERT_EQ(added->size(), 4u);
  EXPECT_EQ(added->at(1).bearing, Bearing::contrary);
  EXPECT_EQ(added->at(1).claim, given.contrary_claim);
  EXPECT_EQ(added->at(3).statement, "governance");
}

TEST_P(EvidenceStore, shows_every_problem_at_once_and_keeps_nothing) {
  EvidenceDraft given;
  given.statements = {"street-cleaning"};
  given.sources = {"CASE-99", "USER-1", "EVIDENCE-1"};
  given.voice = "nobody";
  given.claim = "Short";
  given.bearing = "sideways";
  given.strength = "mighty";
  given.category = "gossip";
  given.dated = "2026-03-03";  // tomorrow
  const auto refused = add(given);
  ASSERT_FALSE(refused);
  const auto fields = fields_of(refused.error());
  for (const char* field :
       {"statements", "sources", "voice", "claim", "bearing", "strength", "category", "dated"}) {
    EXPECT_THAT(fields, Contains(field));
  }
  EXPECT_TRUE(refs_of("learning").empty());
}

TEST_P(EvidenceStore, about_a_record_of_another_council_is_refused_as_unknown) {
  EvidenceDraft given = draft();
  given.sources = {"CASE-9"};
  const auto refused = add(given);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().problems.front().message, HasSubstr("no record CASE-9"));
}

TEST_P(EvidenceStore, is_corrected_with_a_reason_and_remembers_what_it_said) {
  ASSERT_TRUE(add(draft()));
  EvidenceDraft better = draft("carers", "contrary");
  better.sources = {"CASE-2"};
  better.claim = "Unpaid carers told us that visits were often late.";
  const auto correct = [&](int revision, const std::string& reason) {
    return database().write([&](store::Writer& writer) {
      return correct_evidence(writer, work(), rules_, "EVIDENCE-1", revision, better, reason);
    });
  };
  EXPECT_THAT(fields_of(correct(1, " ").error()), ElementsAre("reason"));
  ASSERT_TRUE(correct(1, "It was carers who said so"));
  EXPECT_EQ(correct(1, "Again").error().kind, base::ErrorKind::conflict);
  database().read([&](store::Reader& reader) {
    const auto found = find_evidence(reader, "aldermere", "EVIDENCE-1");
    EXPECT_EQ(found->voice, Voice::carers);
    EXPECT_EQ(found->revision, 2);
    ASSERT_EQ(found->sources.size(), 1u);
    EXPECT_EQ(found->sources.front().ref, "CASE-2");
    const auto revisions = evidence_revisions(reader, "aldermere", "EVIDENCE-1");
    ASSERT_EQ(revisions.size(), 2u);
    EXPECT_EQ(revisions.front().voice, Voice::people);
    EXPECT_THAT(revisions.front().sources, ElementsAre("CASE-1"));
    EXPECT_EQ(revisions.back().reason, "It was carers who said so");
  });
}

TEST_P(EvidenceStore, that_is_withdrawn_is_kept_and_no_longer_counts) {
  ASSERT_TRUE(add(draft()));
  const auto withdraw = [&](const std::string& reason) {
    return database().write([&](store::Writer& writer) {
      return withdraw_evidence(writer, work(), "EVIDENCE-1", reason);
    });
  };
  EXPECT_FALSE(withdraw(""));
  ASSERT_TRUE(withdraw("The survey was another council's"));
  EXPECT_EQ(withdraw("Twice").error().kind, base::ErrorKind::conflict);
  EXPECT_TRUE(refs_of("learning").empty());
  database().read([&](store::Reader& reader) {
    EXPECT_TRUE(evidence_counts(reader, "aldermere", work().today()).empty());
    EXPECT_EQ(record::find_node(reader, "aldermere", "EVIDENCE-1")->state, "withdrawn");
  });
}

TEST_P(EvidenceStore, is_found_by_voice_bearing_words_source_and_staleness) {
  ASSERT_TRUE(add(draft()));
  EvidenceDraft old = draft("staff", "contrary");
  old.dated = "2024-02-01";
  old.claim = "Staff said 100% of briefings_came late.";
  old.sources = {"THEME-1"};
  ASSERT_TRUE(add(old));
  database().read([&](store::Reader& reader) {
    const auto count = [&](const EvidenceFilter& filter) {
      const auto listed = list_evidence(reader, "aldermere", filter, work().today());
      EXPECT_EQ(static_cast<int>(listed.size()),
                count_evidence(reader, "aldermere", filter, work().today()));
      return listed.size() == 1 ? listed.front().ref : std::to_string(listed.size());
    };
    EvidenceFilter filter;
    EXPECT_EQ(count(filter), "2");
    filter.voice = Voice::staff;
    EXPECT_EQ(count(filter), "EVIDENCE-2");
    filter = {};
    filter.freshness = Freshness::stale;
    EXPECT_EQ(count(filter), "EVIDENCE-2");
    filter.freshness = Freshness::fresh;
    EXPECT_EQ(count(filter), "EVIDENCE-1");
    filter = {};
    filter.text = "BRIEFINGS_c";
    EXPECT_EQ(count(filter), "EVIDENCE-2");
    filter.text = "0%_of";  // nothing typed is a wildcard
    EXPECT_EQ(count(filter), "0");
    filter = {};
    filter.source = "CASE-1";
    EXPECT_EQ(count(filter), "EVIDENCE-1");
    EXPECT_TRUE(list_evidence(reader, "brackwater", {}, work().today()).empty());
    EXPECT_FALSE(find_evidence(reader, "brackwater", "EVIDENCE-1"));
  });
}

}  // namespace
}  // namespace throughline::judge
