#include "text/characters.hpp"

#include <gtest/gtest.h>

namespace throughline::text {
namespace {

TEST(Characters, are_read_forwards_and_backwards_alike) {
  const std::string_view text = "à“é";
  EXPECT_EQ(character_at(text, 0).code, 0xE0u);
  EXPECT_EQ(character_before(text, text.size()).code, 0xE9u);
  EXPECT_EQ(character_before(text, 5).code, 0x201Cu);
  EXPECT_EQ(character_before(text, 0).length, 0u);
}

TEST(Characters, keep_a_letter_whose_last_byte_looks_like_a_space) {
  EXPECT_EQ(trimmed(" voilà "), "voilà");
  EXPECT_EQ(trimmed("\xC2\xA0two words\xC2\xA0"), "two words");
}

TEST(Characters, that_are_no_text_are_nothing_in_particular) {
  EXPECT_EQ(character_at("\xA0", 0).code, 0xFFFDu);
  EXPECT_EQ(character_before("\xD9", 1).length, 1u);
  EXPECT_EQ(trimmed("\xA0"), "\xA0");
}

TEST(Characters, are_tidied_and_folded) {
  EXPECT_EQ(tidied("  a \t\n b\xC2\xA0 c "), "a b c");
  EXPECT_EQ(folded("It’s “A”–B"), "it's \"a\"-b");
}

}  // namespace
}  // namespace throughline::text
