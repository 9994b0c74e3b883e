#include "judge/elsewhere/reader.hpp"
#include "support/golden.hpp"
#include "web/publish/paper.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <variant>

namespace throughline::web {
namespace {

using judge::elsewhere::SectionPage;

publish::StatementPage statement_page() {
  const auto framework = judge::local_authority_framework();
  const judge::Statement& statement = *framework.find("assessing-needs");
  publish::StatementPage page;
  page.authority = "Aldermere Borough Council";
  page.published = "2026-03-02";
  page.statement = statement.key;
  page.statement_name = statement.name;
  page.theme_name = "Working with people";
  page.score = 2;
  page.label = framework.level(2)->label;
  page.commitment = statement.commitment;
  page.expectations = statement.expectations;
  page.summary = "Waits are falling, and carers do not feel it yet.";
  const publish::Basis basis{{{"people", "People who draw on care", 3, 1}},
                             {{"case", "feedback cases", 12}, {"measure", "measure", 1}}};
  page.sections = {
      {"",
       {{"People told us that they waited 61 days on average in January 2025, and 38 in October.",
         basis},
        {"Staff said “it got better” & leaders agreed; <b>nobody</b> was certain why.", {}}}},
      {"Unpaid carers",
       {{"Unpaid carers said that they were not offered an assessment of their own.", basis}}}};
  page.basis = basis;
  return page;
}

publish::SummaryPage summary_page() {
  publish::SummaryPage page;
  page.authority = "Aldermere Borough Council";
  page.published = "2026-03-02";
  page.scored = 9;
  page.sum = 22;
  page.percent = 62;
  page.rating = "Requires improvement";
  page.steps = {"The scores add up: 22.", "100 × 22 ÷ 36 is rounded up to 62%."};
  page.judged_rating = "Good";
  page.judged_reason = "Two pilots have become services since.";
  const auto framework = judge::local_authority_framework();
  int number = 0;
  for (const judge::Statement& statement : framework.statements) {
    const int score = ++number % 2 == 0 ? 3 : 2;
    page.lines.push_back({statement.key, statement.name,
                          framework.find_theme(statement.theme)->name, score,
                          framework.level(score)->label, "It is getting better."});
  }
  return page;
}

template <typename Page>
Page read_back(const std::string& html) {
  const auto found = judge::elsewhere::Reader::built_in().read(html);
  for (const auto& error : found.errors) ADD_FAILURE() << error.message;
  if (found.pages.size() != 1 || !std::holds_alternative<Page>(found.pages.front())) {
    ADD_FAILURE() << found.pages.size() << " pages were read";
    return {};
  }
  return std::get<Page>(found.pages.front());
}

TEST(PublishedStatement, is_read_back_as_what_was_published) {
  const publish::StatementPage published = statement_page();
  const auto read = read_back<SectionPage>(paper(published));
  EXPECT_EQ(read.authority, published.authority);
  EXPECT_EQ(read.statement, published.statement);
  EXPECT_EQ(read.statement_name, published.statement_name);
  EXPECT_EQ(read.score, published.score);
  EXPECT_EQ(read.label, published.label);
  EXPECT_EQ(read.commitment, published.commitment);
  ASSERT_EQ(read.parts.size(), published.sections.size());
  for (std::size_t at = 0; at < read.parts.size(); ++at) {
    EXPECT_EQ(read.parts[at].heading, published.sections[at].heading);
    std::vector<std::string> words;
    for (const auto& paragraph : published.sections[at].paragraphs)
      words.push_back(paragraph.words);
    EXPECT_EQ(read.parts[at].paragraphs, words);
  }
  std::string expected;
  for (const auto& line : published.expectations) expected += (expected.empty() ? "" : "\n") + line;
  EXPECT_EQ(read.expectation, expected);
  EXPECT_THAT(read.problems, ::testing::IsEmpty());
}

TEST(PublishedSummary, is_read_back_as_what_was_published) {
  const publish::SummaryPage published = summary_page();
  const auto read = read_back<judge::elsewhere::SummaryPage>(paper(published));
  EXPECT_EQ(read.authority, published.authority);
  EXPECT_EQ(read.published, published.published);
  EXPECT_EQ(read.percent, published.percent);
  EXPECT_EQ(read.rating, published.rating);
  ASSERT_EQ(read.scores.size(), 9u);
  for (const auto& line : published.lines) EXPECT_EQ(read.scores.at(line.statement), line.score);
}

TEST(PublishedPages, look_as_they_did) {
  testing::expect_golden("publish/statement.html", paper(statement_page()));
  testing::expect_golden("publish/summary.html", paper(summary_page()));
  testing::expect_golden("publish/statement.json", publish::to_json(statement_page()) + "\n");
  testing::expect_golden("publish/summary.json", publish::to_json(summary_page()) + "\n");
}

}  // namespace
}  // namespace throughline::web
