#include "text/sentences.hpp"

#include "text/characters.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <string>

namespace throughline::text {
namespace {

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> result;
  for (const std::string_view piece : split_sentences(text)) result.emplace_back(trimmed(piece));
  return result;
}

using Sentences = std::vector<std::string>;

TEST(Sentences, end_at_a_stop_before_a_capital) {
  EXPECT_EQ(sentences("The shop opened. It sold bread! Did it sell milk? Yes."),
            (Sentences{"The shop opened.", "It sold bread!", "Did it sell milk?", "Yes."}));
}

TEST(Sentences, do_not_end_at_abbreviations_and_initials) {
  EXPECT_EQ(
      sentences("Some food, e.g. Bread, was sold. Dr. J. Smith bought it at 9 a.m. daily."),
      (Sentences{"Some food, e.g. Bread, was sold.", "Dr. J. Smith bought it at 9 a.m. daily."}));
  EXPECT_EQ(sentences("They chose option B. The rest chose A."),
            (Sentences{"They chose option B.", "The rest chose A."}));
  EXPECT_EQ(sentences("Bread, milk, etc. The rest was free."),
            (Sentences{"Bread, milk, etc.", "The rest was free."}));
}

TEST(Sentences, do_not_end_inside_decimals) {
  EXPECT_EQ(sentences("It rose to 18.75% in May. It cost £1.2 million."),
            (Sentences{"It rose to 18.75% in May.", "It cost £1.2 million."}));
}

TEST(Sentences, may_begin_with_a_number) {
  EXPECT_EQ(sentences("It was fair. 36 shops closed. 2 opened."),
            (Sentences{"It was fair.", "36 shops closed.", "2 opened."}));
}

TEST(Sentences, keep_a_quoted_title_whole) {
  EXPECT_EQ(sentences("The plan ‘Are you hungry? Come in. Sit down’ was liked. It worked."),
            (Sentences{"The plan ‘Are you hungry? Come in. Sit down’ was liked.", "It worked."}));
}

TEST(Sentences, end_after_a_closing_quotation_mark) {
  EXPECT_EQ(sentences("One said, “It was warm.” Another said 'no'. A third left."),
            (Sentences{"One said, “It was warm.”", "Another said 'no'.", "A third left."}));
}

TEST(Sentences, are_found_where_the_space_is_missing) {
  EXPECT_EQ(sentences("They liked the bread.The milk was sour (again).A pity."),
            (Sentences{"They liked the bread.", "The milk was sour (again).", "A pity."}));
  EXPECT_EQ(sentences("See www.Example.org for more."),
            (Sentences{"See www.Example.org for more."}));
}

TEST(Sentences, treat_an_apostrophe_as_no_quotation) {
  EXPECT_EQ(sentences("The shops' bread was good. The bakers’ milk was not."),
            (Sentences{"The shops' bread was good.", "The bakers’ milk was not."}));
}

TEST(Sentences, of_nothing_are_none) {
  EXPECT_TRUE(split_sentences("").empty());
}

std::string join(const std::vector<std::string_view>& pieces) {
  std::string joined;
  for (const std::string_view piece : pieces) joined += piece;
  return joined;
}

TEST(Sentences, joined_again_are_the_text) {
  EXPECT_TRUE(rc::check("any bytes", [](const std::string& text) {
    RC_ASSERT(join(split_sentences(text)) == text);
  }));
  EXPECT_TRUE(rc::check("prose", [] {
    const std::vector<std::string> parts = {"care", ". ", "The", " e.g. ",  "“",  "”",
                                            "‘",    "’",  "?",   " ",       "\n", "A.",
                                            "12.5", ")",  "…",   "\xE2\x80"};
    std::string text;
    for (const auto& part :
         *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(parts))) {
      text += part;
    }
    RC_ASSERT(join(split_sentences(text)) == text);
  }));
}

}  // namespace
}  // namespace throughline::text
