#include "text/reading_age.hpp"

#include <gtest/gtest.h>

namespace throughline::text {
namespace {

TEST(ReadingAge, counts_syllables) {
  for (const auto& [word, count] : {std::pair{"care", 1},
                                    {"table", 2},
                                    {"assessment", 3},
                                    {"helped", 1},
                                    {"wanted", 2},
                                    {"a", 1},
                                    {"the", 1},
                                    {"safeguarding", 4}}) {
    EXPECT_NEAR(syllables_of(word), count, word == std::string("safeguarding") ? 1 : 0) << word;
  }
}

TEST(ReadingAge, is_low_for_plain_words_and_high_for_hard_ones) {
  const auto plain = reading_age_of("We can help you. Tell us what you need. It is free.");
  EXPECT_EQ(plain.sentences, 3);
  EXPECT_EQ(plain.words, 12);
  EXPECT_LE(plain.age, 7);
  const auto hard = reading_age_of(
      "Eligibility determinations are undertaken following a proportionate assessment of an "
      "individual's presenting needs, notwithstanding any contributory financial considerations "
      "applicable to subsequent arrangements for accommodation or domiciliary provision.");
  EXPECT_GT(hard.age, 16);
  ASSERT_EQ(hard.long_sentences.size(), 1U);
}

TEST(ReadingAge, reads_each_line_by_itself_and_nothing_as_nothing) {
  EXPECT_EQ(reading_age_of("What it costs\nIt is free.").sentences, 2);
  EXPECT_EQ(reading_age_of(" \n ").age, 0);
}

}  // namespace
}  // namespace throughline::text
