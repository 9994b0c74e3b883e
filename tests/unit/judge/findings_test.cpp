#include "unit/judge/judging.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::judge {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Findings, are_paragraphs_between_empty_lines) {
  EXPECT_THAT(paragraphs_of(" One\r\ntwo\r\n\r\n \r\nThree\n"), ElementsAre("One two", "Three"));
  EXPECT_TRUE(paragraphs_of("\n \n").empty());
}

class FindingsStore : public Judging {
 protected:
  base::Result<Findings> write(const FindingsDraft& given) {
    return database().write(
        [&](store::Writer& writer) { return write_findings(writer, work(), rules_, given); });
  }
  base::Result<Findings> approve(const record::Work& by, const std::string& hash) {
    return database().write([&](store::Writer& writer) {
      return approve_findings(writer, by, rules_, "learning", hash);
    });
  }
  Findings now() {
    return database().read([&](store::Reader& reader) {
      return findings_of(reader, "aldermere", rules_.framework, "learning");
    });
  }
  static FindingsDraft text(int from_version) {
    FindingsDraft given;
    given.statement = "learning";
    given.from_version = from_version;
    given.summary = "We learn from what people tell us, not yet everywhere.";
    given.sections = {
        {"", {{"People told us that visits came on time.", {"EVIDENCE-1"}}}},
        {"Learning from feedback", {{"Staff said so too.", {}}, {"So did data.", {}}}}};
    return given;
  }
};
ON_BOTH_DATABASES(FindingsStore);

TEST_P(FindingsStore, are_kept_a_version_at_a_time) {
  ASSERT_TRUE(add(draft()));
  ASSERT_TRUE(write(text(0)));
  EXPECT_EQ(write(text(0)).error().kind, base::ErrorKind::conflict);
  ASSERT_TRUE(write(text(1)));
  const Findings found = now();
  EXPECT_EQ(found.version, 2);
  EXPECT_EQ(found.sections, text(0).sections);
  EXPECT_EQ(found.state(), ApprovalState::draft);
}

TEST_P(FindingsStore, show_every_problem_at_once) {
  FindingsDraft given = text(0);
  given.sections = {
      {"Score: 4", {{"Words.", {"EVIDENCE-77"}}}}, {"", {{"More.", {}}}}, {"Empty", {}}};
  const auto refused = write(given);
  ASSERT_FALSE(refused);
  EXPECT_THAT(fields_of(refused.error()),
              ElementsAre("heading-1", "sources-1", "heading-2", "paragraphs-3"));
}

TEST_P(FindingsStore, are_approved_by_a_leader_as_they_stand) {
  ASSERT_TRUE(add(draft()));
  ASSERT_TRUE(write(text(0)));
  EXPECT_FALSE(approve(as(record::Role::leader), now().content_hash));  // no score yet
  ASSERT_TRUE(score("learning", "3"));
  EXPECT_EQ(approve(as(record::Role::lead), now().content_hash).error().kind,
            base::ErrorKind::forbidden);
  EXPECT_EQ(approve(as(record::Role::leader), "another").error().kind, base::ErrorKind::conflict);
  ASSERT_TRUE(approve(as(record::Role::leader), now().content_hash));
  EXPECT_EQ(now().state(), ApprovalState::approved);
  EXPECT_EQ(now().approval->by_name, "Anna Meredith");
}

TEST_P(FindingsStore, lose_their_approval_when_text_sources_or_score_change) {
  ASSERT_TRUE(add(draft()));
  ASSERT_TRUE(score("learning", "3"));
  ASSERT_TRUE(write(text(0)));
  ASSERT_TRUE(approve(as(record::Role::leader), now().content_hash));
  FindingsDraft unsourced = text(1);
  unsourced.sections.front().paragraphs.front().sources.clear();
  ASSERT_TRUE(write(unsourced));
  EXPECT_EQ(now().state(), ApprovalState::changed_since);
  ASSERT_TRUE(write(text(2)));
  EXPECT_EQ(now().state(), ApprovalState::approved);  // word for word what was approved
  ASSERT_TRUE(score("learning", "2"));
  EXPECT_EQ(now().state(), ApprovalState::changed_since);
}

TEST_P(FindingsStore, keep_hostile_text_exactly) {
  FindingsDraft given = text(0);
  given.sections = {
      {"<b>Bold</b>", {{"<script>alert(1)</script> \xF0\x9F\x98\x80 \xD7\xA9'; --", {}}}}};
  ASSERT_TRUE(write(given));
  EXPECT_EQ(now().sections, given.sections);
}

}  // namespace
}  // namespace throughline::judge
