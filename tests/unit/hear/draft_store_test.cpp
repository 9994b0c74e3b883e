#include "hear/draft.hpp"
#include "support/two_councils.hpp"

#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

class DraftStore : public testing::TwoCouncils {
 protected:
  static Draft answered() {
    Draft draft;
    draft.given.kind = Kind::concern;
    draft.given.words = "The door does not lock.";
    draft.given.relationship = Relationship::neighbour;
    draft.given.identity.contact.name = "Jo";
    draft.anonymous = true;
    return draft;
  }
  void keep(const record::Work& by, const std::string& token) {
    database().write([&](store::Writer& writer) { keep_draft(writer, by, token, answered()); });
  }
  std::optional<Draft> find(const record::Work& by, const std::string& token) {
    return database().read([&](store::Reader& reader) { return find_draft(reader, by, token); });
  }
  base::Result<Received> send(const record::Work& by, const std::string& token) {
    return database().write([&](store::Writer& writer) { return send_draft(writer, by, token); });
  }
  std::int64_t number(const std::string& sql) {
    return database().read([&](store::Reader& reader) { return reader.number(sql); });
  }
};
ON_BOTH_DATABASES(DraftStore);

TEST_P(DraftStore, is_found_only_by_its_own_browser_in_its_own_council) {
  keep(work(), "token");
  EXPECT_TRUE(find(work(), "token"));
  EXPECT_FALSE(find(work(), "another"));
  EXPECT_FALSE(find(other_work(), "token"));
  EXPECT_EQ(number("select count(*) from feedback_drafts where token_hash like '%token%'"), 0);
}

TEST_P(DraftStore, is_gone_two_hours_after_the_last_answer) {
  keep(work(), "token");
  auto later = work();
  later.now += std::chrono::minutes{119};
  EXPECT_TRUE(find(later, "token"));
  later.now += std::chrono::minutes{2};
  EXPECT_FALSE(find(later, "token"));
  keep(later, "another");
  EXPECT_EQ(number("select count(*) from feedback_drafts"), 1);
  EXPECT_EQ(send(later, "token").error().kind, base::ErrorKind::not_found);
}

TEST_P(DraftStore, becomes_one_case_however_often_it_is_sent_and_leaves_no_answers) {
  keep(work(), "token");
  const auto first = send(work(), "token");
  const auto second = send(work(), "token");
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->receipt, second->receipt);
  EXPECT_EQ(number("select count(*) from cases"), 1);
  EXPECT_EQ(number("select count(*) from feedback_drafts where answers <> ''"), 0);
  EXPECT_EQ(number("select count(*) from case_contacts"), 0) << "it was sent without a name";
}

TEST_P(DraftStore, of_the_same_browser_can_be_begun_and_sent_again) {
  keep(work(), "token");
  const auto first = send(work(), "token");
  keep(work(), "token");
  const auto second = send(work(), "token");
  ASSERT_TRUE(first && second);
  EXPECT_NE(first->ref, second->ref);
}

}  // namespace
}  // namespace throughline::hear
