#include "store/typed_words.hpp"

#include "store/checked.hpp"
#include "store/dialect.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace throughline::store {
namespace {

std::string sqlite(std::string_view typed) {
  return search_query(Dialect::sqlite, typed);
}
std::string postgres(std::string_view typed) {
  return search_query(Dialect::postgres, typed);
}

TEST(SearchQuery, asks_for_every_word_and_lets_the_last_go_on) {
  EXPECT_EQ(sqlite("long waits"), R"("long" AND "waits" *)");
  EXPECT_EQ(postgres("long waits"), "'long' & 'waits':*");
}

TEST(SearchQuery, takes_quotes_straight_or_curly_as_a_phrase) {
  EXPECT_EQ(sqlite("\"at home\" care"), R"("at home" AND "care" *)");
  EXPECT_EQ(postgres("care “at home”"), "'care' & 'at home'");
  EXPECT_EQ(sqlite("\"never closed"), R"("never closed")");
}

TEST(SearchQuery, takes_marks_inside_a_word_as_a_phrase) {
  EXPECT_EQ(postgres("CASE-1042"), "'CASE 1042':*");
  EXPECT_EQ(sqlite("don't wait"), R"("don t" AND "wait" *)");
}

TEST(SearchQuery, is_empty_without_a_word) {
  for (const char* typed : {"", "  ", "\"\"", "* - ( ) : ' \\", "🎉", "“ ”", "\xFF"}) {
    EXPECT_EQ(sqlite(typed), "") << typed;
    EXPECT_EQ(postgres(typed), "") << typed;
  }
}

TEST(SearchQuery, lets_no_operator_through) {
  EXPECT_EQ(sqlite("a OR b NEAR(c) NOT d* ^e {f}:g"),
            R"("a" AND "OR" AND "b" AND "NEAR c" AND "NOT" AND "d" AND "e" AND "f g")");
  EXPECT_EQ(postgres("a | b & !c <-> d:* (e)"), "'a' & 'b' & 'c' & 'd' & 'e'");
}

TEST(SearchQuery, stays_bounded) {
  std::string typed;
  for (int i = 0; i < 10'000; ++i) typed += "word ";
  EXPECT_LT(sqlite(typed).size(), 1'000U);
}

TEST(SearchQuery, holds_only_balanced_quotes_whatever_is_typed) {
  EXPECT_TRUE(rc::check([](const std::string& typed) {
    const std::string query = sqlite(typed);
    RC_ASSERT(std::count(query.begin(), query.end(), '"') % 2 == 0);
    const std::string other = postgres(typed);
    RC_ASSERT(std::count(other.begin(), other.end(), '\'') % 2 == 0);
    RC_ASSERT(other.find('\\') == std::string::npos);
    RC_ASSERT(is_utf8(query) && is_utf8(other));
  }));
}

TEST(Placeholders, count_on_from_the_first) {
  EXPECT_EQ(placeholders(3, 3), "($3, $4, $5)");
  EXPECT_THROW((void)placeholders(1, 0), DatabaseError);
}

TEST(LikeAnywhere, takes_what_was_typed_literally) {
  EXPECT_EQ(like_anywhere("50%_Off!"), "%50!%!_off!!%");
}

}  // namespace
}  // namespace throughline::store
