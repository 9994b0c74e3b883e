#include "understand/suggestion.hpp"

#include <gtest/gtest.h>

namespace throughline::understand {
namespace {

const std::vector<Theme> scheme = {
    {"THEME-1", "Waiting", "", {"wait*", "how long"}, true, "", 1},
    {"THEME-2", "Communication", "", {"rang back", "message*"}, true, "", 1},
};

TEST(Suggestion, says_which_words_decided_it) {
  const auto found = suggest_themes("We have been WAITING; nobody says how  long.", scheme);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().theme_ref, "THEME-1");
  EXPECT_EQ(found.front().because, (std::vector<std::string>{"waiting", "how long"}));
}

TEST(Suggestion, looks_for_whole_words_and_marked_beginnings) {
  EXPECT_TRUE(suggest_themes("She drang backwards", scheme).empty());
  EXPECT_TRUE(suggest_themes("the awaited day", scheme).empty());
  EXPECT_EQ(suggest_themes("They rang back", scheme).size(), 1U);
}

TEST(Suggestion, that_has_most_to_go_on_comes_first) {
  const auto found = suggest_themes("waited for messages, nobody rang back", scheme);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found.front().theme_name, "Communication");
}

TEST(Suggestion, is_not_made_of_nothing) {
  EXPECT_TRUE(suggest_themes("", scheme).empty());
  EXPECT_TRUE(suggest_themes("\xF0\x9F\x98\x80", scheme).empty());
  EXPECT_TRUE(suggest_themes("waiting", {{"T", "Empty", "", {"*", ""}, true, "", 1}}).empty());
}

}  // namespace
}  // namespace throughline::understand
