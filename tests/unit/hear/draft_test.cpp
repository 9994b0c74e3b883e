#include "hear/draft.hpp"

#include <array>
#include <cstdint>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline::hear {
namespace {

RC_GTEST_PROP(Draft, keeps_the_words_exactly, (const std::vector<std::uint8_t>& picks)) {
  const std::array<std::string, 8> pieces = {"a",  "\n",       "\"",           "\\",
                                             "</", "\xC3\xA9", "\xE2\x80\x8F", "\xF0\x9F\x98\x80"};
  Draft draft;
  for (const auto pick : picks) draft.given.words += pieces.at(pick % pieces.size());
  RC_ASSERT(draft_from_text(draft_text(draft)).given.words == draft.given.words);
}

TEST(Draft, keeps_every_answer) {
  Draft draft;
  draft.given.kind = Kind::idea;
  draft.given.words =
      "\xE2\x80\x8F\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D <script>alert(1)</script> \xF0\x9F\x98\x80";
  draft.given.service_ref = "SERVICE-2";
  draft.given.relationship = Relationship::advocate;
  draft.given.submission_key = "key";
  draft.given.identity.contact = {"Jo", "jo@example.org", "", "1 High St\nTown", ContactBy::email,
                                  true};
  draft.given.identity.equality = {{"sex", "female"}, {"carer", "no"}};
  draft.service_answered = draft.contact_answered = true;
  const auto kept = draft_from_text(draft_text(draft));
  EXPECT_EQ(kept.given.kind, Kind::idea);
  EXPECT_EQ(kept.given.words, draft.given.words);
  EXPECT_EQ(kept.given.service_ref, "SERVICE-2");
  EXPECT_EQ(kept.given.relationship, Relationship::advocate);
  EXPECT_EQ(kept.given.submission_key, "key");
  EXPECT_EQ(kept.given.identity.contact.address, "1 High St\nTown");
  EXPECT_EQ(kept.given.identity.contact.by, ContactBy::email);
  EXPECT_TRUE(kept.given.identity.contact.consents);
  EXPECT_EQ(kept.given.identity.equality, draft.given.identity.equality);
  EXPECT_TRUE(kept.service_answered && kept.contact_answered);
  EXPECT_FALSE(kept.anonymous || kept.equality_answered);
}

}  // namespace
}  // namespace throughline::hear
