#include "store/excerpt.hpp"

#include "store/checked.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace throughline::store {
namespace {

std::string joined(const Excerpt& excerpt) {
  std::string text;
  for (const Segment& segment : excerpt) text += segment.text;
  return text;
}

TEST(Excerpt, shows_a_short_text_whole) {
  EXPECT_EQ(excerpt_of("I \x02waited\x03 at home"),
            (Excerpt{{"I ", false}, {"waited", true}, {" at home", false}}));
  EXPECT_EQ(excerpt_of(""), Excerpt{});
}

TEST(Excerpt, cuts_a_long_text_between_words_around_the_first_match) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "before ";
  text += "\x02here\x03";
  for (int i = 0; i < 100; ++i) text += " after";
  const Excerpt excerpt = excerpt_of(text);
  ASSERT_EQ(excerpt.size(), 3U);
  EXPECT_TRUE(excerpt[0].text.starts_with("…before "));
  EXPECT_EQ(excerpt[1], (Segment{"here", true}));
  EXPECT_TRUE(excerpt[2].text.ends_with(" after…"));
  EXPECT_LT(joined(excerpt).size(), 300U);
}

TEST(Excerpt, never_cuts_a_character_in_two) {
  EXPECT_TRUE(rc::check([](int before, int after) {
    std::string text;
    for (int i = 0; i < std::abs(before) % 200; ++i) text += "🎉é";
    text += "\x02here\x03";
    for (int i = 0; i < std::abs(after) % 200; ++i) text += "é🎉";
    RC_ASSERT(is_utf8(joined(excerpt_of(text))));
  }));
}

}  // namespace
}  // namespace throughline::store
