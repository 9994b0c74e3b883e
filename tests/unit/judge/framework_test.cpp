#include "judge/framework.hpp"

#include <array>
#include <gtest/gtest.h>

namespace throughline::judge {
namespace {

TEST(Framework, has_four_themes_and_nine_statements_each_with_its_commitment) {
  const Framework framework = local_authority_framework();
  EXPECT_EQ(framework.themes.size(), 4u);
  ASSERT_EQ(framework.statements.size(), 9u);
  EXPECT_EQ(framework.statements.front().key, "assessing-needs");
  EXPECT_EQ(framework.statements.back().key, "learning");
  for (const Statement& statement : framework.statements) {
    EXPECT_TRUE(statement.commitment.starts_with("We ")) << statement.key;
    EXPECT_EQ(statement.commitment.find("  "), std::string::npos) << statement.key;
  }
}

TEST(Framework, knows_a_statement_by_every_name_it_is_published_under) {
  const Framework framework = local_authority_framework();
  const auto key = [&](std::string_view name) {
    const Statement* found = framework.find_named(name);
    return found ? found->key : "";
  };
  EXPECT_EQ(key("Supporting people to lead healthier lives"), "healthier-lives");
  EXPECT_EQ(key("Supporting people to live healthier lives"), "healthier-lives");
  EXPECT_EQ(key("Safe pathways, systems and transitions"), "safe-systems");
  EXPECT_EQ(key("partnership and communities"), "partnerships");
  EXPECT_EQ(key("Care provision, integration & continuity of care:"), "care-provision");
  EXPECT_EQ(key("learning"), "learning");
  EXPECT_EQ(key("Street cleaning"), "");
  EXPECT_EQ(key(""), "");
}

TEST(Framework, writes_a_score_as_it_is_published) {
  EXPECT_EQ(local_authority_framework().score_label(2), "2 - Evidence shows some shortfalls");
}

TEST(Framework, says_which_line_of_a_file_is_wrong) {
  const auto framework = read_framework("id: x\ntitle: y\nsource: z\nfrom: today\nthemes: none\n");
  ASSERT_FALSE(framework);
  EXPECT_NE(framework.error().message.find("\"themes\" must be a list"), std::string::npos);
}

TEST(Rating, rounds_the_percentage_up) {
  const Framework framework = local_authority_framework();
  EXPECT_EQ(percent_of(framework, 14), 39);
  EXPECT_EQ(percent_of(framework, 21), 59);
  EXPECT_EQ(percent_of(framework, 22), 62);
  EXPECT_EQ(percent_of(framework, 28), 78);
  EXPECT_EQ(percent_of(framework, 36), 100);
}

TEST(Rating, changes_at_whole_sums) {
  const Framework framework = local_authority_framework();
  EXPECT_EQ(rating_of(framework, 9), "Inadequate");
  EXPECT_EQ(rating_of(framework, 13), "Inadequate");
  EXPECT_EQ(rating_of(framework, 14), "Requires improvement");
  EXPECT_EQ(rating_of(framework, 22), "Requires improvement");
  EXPECT_EQ(rating_of(framework, 23), "Good");
  EXPECT_EQ(rating_of(framework, 31), "Good");
  EXPECT_EQ(rating_of(framework, 32), "Outstanding");
  EXPECT_EQ(rating_of(framework, 36), "Outstanding");
}

TEST(Rating, escalates_each_statement_scored_one_and_caps_nothing) {
  const std::array scores{1, 2, 1, 2, 2, 1, 2, 2, 1};
  const auto rating = rate(local_authority_framework(), scores);
  ASSERT_TRUE(rating);
  EXPECT_EQ(rating->sum, 14);
  EXPECT_EQ(rating->percent, 39);
  EXPECT_EQ(rating->rating, "Requires improvement");
  EXPECT_EQ(rating->escalate,
            (std::vector<std::string>{"assessing-needs", "equity", "safe-systems", "learning"}));
}

TEST(Rating, refuses_too_few_scores_and_names_every_score_out_of_range) {
  const Framework framework = local_authority_framework();
  EXPECT_FALSE(rate(framework, std::array{3, 3, 3}));
  const auto rating = rate(framework, std::array{0, 3, 3, 3, 3, 3, 3, 3, 5});
  ASSERT_FALSE(rating);
  ASSERT_EQ(rating.error().problems.size(), 2u);
  EXPECT_EQ(rating.error().problems[0].field, "assessing-needs");
  EXPECT_EQ(rating.error().problems[1].message,
            "The score for Learning, improvement and innovation must be 1 to 4");
}

TEST(Rating, by_key_names_the_statements_without_a_score) {
  const auto rating = rate(local_authority_framework(),
                           std::map<std::string, int>{{"learning", 3}, {"parking", 2}});
  ASSERT_FALSE(rating);
  EXPECT_EQ(rating.error().problems.size(), 9u);
}

}  // namespace
}  // namespace throughline::judge
