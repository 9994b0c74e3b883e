#include "hear/easy_read/easy_read.hpp"

#include "hear/case_list.hpp"
#include "hear/draft.hpp"
#include "support/two_councils.hpp"

#include <gtest/gtest.h>

namespace throughline::hear {
namespace {

EasyRead told_of(EasyTopic topic) {
  EasyRead told;
  told.topic = topic;
  return told;
}

TEST(EasyRead, says_the_picked_pictures_in_the_order_in_which_they_are_shown) {
  auto told = told_of(EasyTopic::sad);
  told.picks = {"rude", "late"};
  told.face = 2;
  EXPECT_EQ(words_of(told),
            "Something bad happened. They came late. They were rude to me. I felt bad.");
}

TEST(EasyRead, is_never_without_words) {
  EXPECT_EQ(words_of(told_of(EasyTopic::idea)), "I have an idea.");
}

TEST(EasyRead, keeps_the_persons_own_words_apart_and_as_they_are) {
  auto told = told_of(EasyTopic::happy);
  told.own_words = "Thank you Grace";
  EXPECT_EQ(words_of(told), "Something good happened.\n\nThank you Grace");
}

TEST(EasyRead, leaves_out_what_is_no_picture_of_the_topic) {
  auto told = told_of(EasyTopic::happy);
  told.picks = {"late", "kind", "nonsense"};
  EXPECT_EQ(words_of(told), "Something good happened. They were kind to me.");
}

TEST(EasyRead, becomes_a_compliment_a_complaint_or_a_suggestion) {
  EXPECT_EQ(kind_of(EasyTopic::happy), Kind::compliment);
  EXPECT_EQ(kind_of(EasyTopic::sad), Kind::complaint);
  EXPECT_EQ(kind_of(EasyTopic::idea), Kind::suggestion);
}

TEST(EasyRead, comes_back_whole_from_a_draft) {
  Draft draft;
  auto told = told_of(EasyTopic::sad);
  told.picks = {"unsafe"};
  told.face = 1;
  told.own_words = "\"The stairs\"";
  told.supporter = true;
  draft.easy_read = told;
  const auto kept = draft_from_text(draft_text(draft)).easy_read.value();
  EXPECT_EQ(kept.topic, EasyTopic::sad);
  EXPECT_EQ(kept.picks, told.picks);
  EXPECT_EQ(kept.face, 1);
  EXPECT_EQ(kept.own_words, told.own_words);
  EXPECT_TRUE(kept.supporter);
  EXPECT_FALSE(draft_from_text(draft_text(Draft{})).easy_read);
}

class EasyReadStore : public testing::TwoCouncils {};
ON_BOTH_DATABASES(EasyReadStore);

TEST_P(EasyReadStore, becomes_a_complaint_with_its_way_in_and_is_found_by_it) {
  Draft draft;
  draft.easy_read = told_of(EasyTopic::sad);
  draft.given.kind = Kind::complaint;
  draft.given.relationship = Relationship::other;
  draft.anonymous = true;
  const auto sent = database().write([&](store::Writer& writer) {
    keep_draft(writer, work(), "token", draft);
    static_cast<void>(send_draft(writer, work(), "token"));
    return send_draft(writer, work(), "token");
  });
  ASSERT_TRUE(sent);
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(find_case(reader, work().authority_id, sent->ref)->words, "Something bad happened.");
    EXPECT_EQ(way_of(reader, work().authority_id, sent->ref)->way, WayIn::easy_read);
    EXPECT_FALSE(way_of(reader, other_work().authority_id, sent->ref));
    EXPECT_EQ(reader.number("select count(*) from case_ways"), 1);
    EXPECT_EQ(reader.number("select count(*) from complaints"), 1);
    CaseFilter filter;
    filter.way = WayIn::easy_read;
    EXPECT_EQ(count_cases(reader, work().authority_id, filter), 1);
    EXPECT_EQ(count_cases(reader, other_work().authority_id, filter), 0);
    filter.way = WayIn::paper;
    EXPECT_EQ(list_cases(reader, work().authority_id, filter, CaseOrder::newest).cases.size(), 0);
  });
}

}  // namespace
}  // namespace throughline::hear
