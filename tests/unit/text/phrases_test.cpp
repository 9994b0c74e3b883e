#include "text/phrases.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace throughline::text {
namespace {

bool found(std::string_view pattern, std::string_view sentence) {
  PhraseLists lists;
  EXPECT_TRUE(lists.add("baker", {"baker|bakers", "head cook"}));
  const auto phrase = lists.compile(pattern);
  EXPECT_TRUE(phrase) << pattern;
  return phrase && !phrase->find_in(tokens_of(sentence)).empty();
}

TEST(Tokens, keep_words_numbers_and_marks_apart) {
  const auto tokens = tokens_of("The bakers’ re-run didn’t cost £1,250.50.");
  std::vector<std::string> texts;
  for (const Token& token : tokens) texts.push_back(token.folded);
  EXPECT_EQ(texts, (std::vector<std::string>{"the", "bakers", "'", "re-run", "didn't", "cost", "£",
                                             "1,250.50", "."}));
  EXPECT_TRUE(tokens[1].possessive);
  EXPECT_EQ(tokens[7].kind, TokenKind::number);
}

TEST(Phrase, forgives_case_and_possessives) {
  EXPECT_TRUE(found("baker bread", "Baker’s bread"));
  EXPECT_FALSE(found("baker bread", "baker of bread"));
}

TEST(Phrase, takes_any_of_several_words_and_word_beginnings) {
  EXPECT_TRUE(found("sold|gave bread*", "He gave breadcrumbs"));
  EXPECT_FALSE(found("sold|gave bread*", "He took bread"));
}

TEST(Phrase, lets_a_word_be_missing) {
  EXPECT_TRUE(found("very? good bread", "good bread"));
  EXPECT_TRUE(found("very? good bread", "very good bread"));
}

TEST(Phrase, bridges_a_gap_but_no_stop) {
  EXPECT_TRUE(found("sold ... bread", "sold some of, all, bread"));
  EXPECT_FALSE(found("sold ..2 bread", "sold some of the bread"));
  EXPECT_FALSE(found("sold ... bread", "sold milk. Then bread"));
}

TEST(Phrase, uses_a_named_list) {
  EXPECT_TRUE(found("<baker> said", "The head cook said no"));
  EXPECT_TRUE(found("<baker> ... said", "The bakers, as ever, said no"));
  EXPECT_FALSE(found("<baker> said", "The butcher said no"));
}

TEST(Phrase, of_an_unknown_list_is_refused) {
  PhraseLists lists;
  EXPECT_FALSE(lists.compile("<nobody> said"));
  EXPECT_FALSE(lists.compile("..."));
}

TEST(Phrase, is_found_in_any_text_without_harm) {
  EXPECT_TRUE(
      rc::check([](const std::string& text) { (void)found("a? ... <baker> ..2 b*|c", text); }));
}

}  // namespace
}  // namespace throughline::text
