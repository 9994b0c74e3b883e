#include "hear/hear.hpp"
#include "support/web.hpp"
#include "understand/understand.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::web {
namespace {

using namespace std::chrono;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class ThemePages : public ::testing::Test {
 protected:
  void add_cases(base::Date received, int count) {
    site_.database().write([&](store::Writer& writer) {
      auto work = site_.work_as(record::Role::lead);
      for (int i = 0; i < count; ++i) {
        hear::NewCase given;
        given.kind = hear::Kind::complaint;
        given.words = "Secret words";
        given.relationship = hear::Relationship::person;
        given.received = received;
        const auto made = hear::receive(writer, work, given);
        ASSERT_TRUE(made);
        ASSERT_TRUE(understand::set_themes(writer, work, made->ref, {"THEME-1"}));
      }
    });
  }
  testing::TestSite site_;
};

TEST_F(ThemePages, a_lead_adds_changes_and_merges_themes) {
  auto lead = site_.browser_as(record::Role::lead);
  EXPECT_EQ(lead.post("/themes", {{"name", "Waiting"}, {"cues", "wait*"}}).status, 303);
  EXPECT_EQ(lead.post("/themes", {{"name", "Delays"}}).status, 303);
  const auto taken = lead.post("/themes", {{"name", "waiting"}, {"covers", "Kept"}});
  EXPECT_EQ(taken.status, 400);
  EXPECT_THAT(taken.body, AllOf(HasSubstr("#name"), HasSubstr("Kept")));
  EXPECT_EQ(lead.post("/themes/THEME-1/details",
                      {{"version", "1"}, {"name", "Waiting times"}, {"active", "yes"}})
                .status,
            303);
  const auto late = lead.post("/themes/THEME-1/details",
                              {{"version", "1"}, {"name", "Typed"}, {"active", "yes"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Typed"));
  add_cases(2026y / February / 3d, 2);
  EXPECT_EQ(lead.post("/themes/THEME-1/merger", {{"into", ""}}).status, 400);
  const auto merged = lead.post("/themes/THEME-1/merger", {{"into", "THEME-2"}});
  EXPECT_EQ(merged.status, 303);
  EXPECT_THAT(lead.follow(merged).body, HasSubstr("2 cases moved here"));
}

TEST_F(ThemePages, a_theme_is_counted_month_by_month_in_a_chart_a_table_and_a_file) {
  auto lead = site_.browser_as(record::Role::lead);
  lead.post("/themes", {{"name", "Waiting"}});
  add_cases(2026y / January / 5d, 1);
  add_cases(2026y / February / 5d, 3);
  auto leader = site_.browser_as(record::Role::leader);
  const auto shown = leader.get("/themes/THEME-1").body;
  EXPECT_THAT(shown, AllOf(HasSubstr("3 in February 2026, 2 more than in January"),
                           HasSubstr("too small"), HasSubstr("<svg"), HasSubstr("April 2025"),
                           Not(HasSubstr("Secret words")), Not(HasSubstr("/cases?theme"))));
  EXPECT_THAT(lead.get("/themes/THEME-1").body, HasSubstr("/cases?theme=THEME-1"));
  const auto file = leader.get("/themes/THEME-1/counts.csv?months=24&kind=complaint").body;
  EXPECT_THAT(file,
              AllOf(HasSubstr("date,value"), HasSubstr("2026-02-01,3"), HasSubstr("2024-04-01,0")));
  EXPECT_THAT(leader.get("/themes/THEME-1/counts.csv?kind=idea").body, HasSubstr("2026-02-01,0"));
}

TEST_F(ThemePages, the_overview_says_more_only_when_chance_seldom_would) {
  auto lead = site_.browser_as(record::Role::lead);
  lead.post("/themes", {{"name", "Waiting"}});
  EXPECT_THAT(lead.get("/themes").body, HasSubstr("Too few to tell"));
  add_cases(2025y / October / 5d, 10);
  add_cases(2026y / January / 5d, 14);
  EXPECT_THAT(lead.get("/themes").body, HasSubstr("No theme has moved"));
  add_cases(2026y / January / 6d, 40);
  EXPECT_THAT(lead.get("/themes").body, HasSubstr("More is said than before about: Waiting"));
}

TEST_F(ThemePages, another_council_sees_none_of_it) {
  auto lead = site_.browser_as(record::Role::lead);
  lead.post("/themes", {{"name", "Waiting"}});
  auto other = site_.browser_as(record::Role::lead, testing::other_council);
  EXPECT_EQ(other.get("/themes/THEME-1").status, 404);
  EXPECT_EQ(other.get("/themes/THEME-1/counts.csv").status, 404);
  EXPECT_THAT(other.get("/themes").body, Not(HasSubstr("Waiting")));
}

}  // namespace
}  // namespace throughline::web
