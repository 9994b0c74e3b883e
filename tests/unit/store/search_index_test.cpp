#include "store/search_index.hpp"

#include "support/databases.hpp"

#include <gtest/gtest.h>

namespace throughline::store {
namespace {

class SearchStore : public testing::OnBothDatabases {
 protected:
  void SetUp() override {
    database().write([](Writer& writer) {
      for (const char* id : {"aldermere", "brackley"}) {
        writer.execute("insert into authorities (authority_id, name, created) values ($1, $1, '')",
                       {id});
      }
    });
    put("CASE-1", "The carer was late and nobody telephoned. I waited at home all day.");
    put("CASE-2", "Assessments take too long; we have waited for months.");
    put("CASE-3", "Everyone at the home was kind to my mum's follow-up visitor 🎉");
  }

  void put(const std::string& ref, const std::string& words,
           const std::string& authority_id = "aldermere", const std::string& kind = "case") {
    database().write([&](Writer& writer) { put_text(writer, authority_id, kind, ref, words); });
  }

  // "CASE-1 CASE-2", in order of ref.
  std::string found(const std::string& typed, const std::string& authority_id = "aldermere",
                    const std::string& kind = "case") {
    return database().read([&](Reader& reader) {
      const auto sought = search_parameter(reader.dialect(), authority_id, kind, typed);
      if (!sought) return std::string("(nothing to look for)");
      const std::string sql =
          "select d.ref from search_documents d where d.authority_id = $1 and d.kind = $2 and " +
          search_condition(reader.dialect(), "d.ref", 3) + " order by d.ref";
      std::string refs;
      for (const Row& row : reader.rows(sql, {authority_id, kind, *sought})) {
        refs += (refs.empty() ? "" : " ") + row.text(0);
      }
      return refs;
    });
  }

  std::map<std::string, Excerpt> excerpts(const std::vector<std::string>& refs,
                                          const std::string& typed) {
    return database().read(
        [&](Reader& reader) { return highlights(reader, "aldermere", "case", refs, typed); });
  }
};
ON_BOTH_DATABASES(SearchStore);

TEST_P(SearchStore, finds_every_word_by_its_stem) {
  EXPECT_EQ(found("waiting"), "CASE-1 CASE-2");
  EXPECT_EQ(found("wait month"), "CASE-2");
  EXPECT_EQ(found("waited nowhere"), "");
}

TEST_P(SearchStore, finds_the_last_word_by_its_beginning) {
  EXPECT_EQ(found("assess"), "CASE-2");
  EXPECT_EQ(found("tele"), "CASE-1");
  EXPECT_EQ(found("tele waited"), "");
}

TEST_P(SearchStore, finds_short_words_and_phrases) {
  EXPECT_EQ(found("at"), "CASE-1 CASE-3");
  EXPECT_EQ(found("\"at home\""), "CASE-1");
  EXPECT_EQ(found("\"home at\""), "");
  EXPECT_EQ(found("follow-up"), "CASE-3");
  EXPECT_EQ(found("mum's"), "CASE-3");
}

TEST_P(SearchStore, takes_operators_for_words) {
  EXPECT_EQ(found("waited OR kind"), "");
  EXPECT_EQ(found("late* | (kind)"), "");
  EXPECT_EQ(found("-late"), "CASE-1");
  EXPECT_EQ(found("owner:late"), "");
  EXPECT_EQ(found("' \" \\ ;"), "(nothing to look for)");
}

TEST_P(SearchStore, never_looks_into_another_council_or_kind) {
  put("CASE-1", "Their own secret words, and late too", "brackley");
  put("CASE-1", "A statement that is late", "aldermere", "statement");
  EXPECT_EQ(found("late", "brackley"), "CASE-1");
  EXPECT_EQ(found("secret"), "");
  EXPECT_EQ(found("secret", "brackley", "statement"), "");
  EXPECT_EQ(found("telephoned", "brackley"), "");
  EXPECT_EQ(found("statement", "aldermere", "statement"), "CASE-1");
  EXPECT_EQ(found("aldermere"), "");
}

TEST_P(SearchStore, follows_words_that_are_changed_or_taken_out) {
  put("CASE-1", "Now about transport");
  EXPECT_EQ(found("telephoned"), "");
  EXPECT_EQ(found("transport"), "CASE-1");
  database().write([](Writer& writer) {
    remove_text(writer, "aldermere", "case", "CASE-1");
    remove_text(writer, "aldermere", "case", "CASE-1");
  });
  EXPECT_EQ(found("transport"), "");
}

TEST_P(SearchStore, finds_words_in_other_scripts) {
  put("CASE-4", "مرحبا بكم في المجلس");
  put("CASE-5", "Опоздала сиделка");
  EXPECT_EQ(found("المجلس"), "CASE-4");
  EXPECT_EQ(found("сиделка"), "CASE-5");
}

TEST_P(SearchStore, takes_in_very_long_text) {
  std::string words;
  for (int i = 0; i < 100'000; ++i) words += "word" + std::to_string(i) + " ";
  put("CASE-6", words);
  put("CASE-7", std::string(100'000, 'x'));
  EXPECT_EQ(found("word7"), "CASE-6");
}

TEST_P(SearchStore, shows_what_matched_as_segments) {
  const auto shown = excerpts({"CASE-1", "CASE-2", "CASE-3"}, "waiting");
  ASSERT_EQ(shown.size(), 2U);
  std::string matched;
  std::string all;
  for (const Segment& segment : shown.at("CASE-1")) {
    all += segment.text;
    if (segment.matched) matched += segment.text;
  }
  EXPECT_EQ(matched, "waited");
  EXPECT_NE(all.find("I waited at home"), std::string::npos) << all;
  EXPECT_TRUE(excerpts({}, "waiting").empty());
  EXPECT_TRUE(excerpts({"CASE-1"}, "").empty());
}

TEST_P(SearchStore, leaves_marks_of_web_pages_in_the_words) {
  put("CASE-8", "<script>alert('x')</script> & the ramp is broken");
  const auto shown = excerpts({"CASE-8"}, "ramp");
  std::string all;
  for (const Segment& segment : shown.at("CASE-8")) all += segment.text;
  EXPECT_NE(all.find("<script>"), std::string::npos) << all;
}

}  // namespace
}  // namespace throughline::store
