#include "publish/report/shown.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace throughline::publish::report {
namespace {

Table table_of(const std::vector<std::int64_t>& counts, bool adds_up = true) {
  Table table{"services", "Services", "Complaints received", "", adds_up, {}};
  for (const auto count : counts) table.lines.push_back({"Some service", {count, 0}});
  return table;
}

std::string column(const Table& table, Readers readers) {
  std::string text;
  for (const auto& line : shown(table, readers).lines) {
    text += (text.empty() ? "" : ", ") + line.now;
  }
  return text;
}

TEST(Shown, gives_staff_every_number) {
  EXPECT_EQ(column(table_of({30, 3, 0}), Readers::staff), "30, 3, 0");
}

TEST(Shown, hides_small_numbers_from_everyone_and_what_would_give_one_away) {
  EXPECT_EQ(column(table_of({30, 12, 3, 0}), Readers::everyone), "30, not shown, fewer than 5, 0");
  EXPECT_EQ(column(table_of({30, 12, 3, 2}), Readers::everyone),
            "30, 12, fewer than 5, fewer than 5");
  EXPECT_EQ(column(table_of({30, 12}), Readers::everyone), "30, 12");
  EXPECT_EQ(column(table_of({30, 12, 3}, false), Readers::everyone), "30, 12, fewer than 5");
}

// Of which how many were upheld or partly upheld is always told.
TEST(Shown, hides_every_outcome_of_a_time_when_one_is_small) {
  auto table = table_of({20, 8, 2, 0});
  table.key = "outcomes";
  EXPECT_EQ(column(table, Readers::everyone), "not shown, not shown, fewer than 5, 0");
  table = table_of({20, 8, 6});
  table.key = "outcomes";
  EXPECT_EQ(column(table, Readers::everyone), "20, 8, 6");
}

TEST(Shown, gives_a_share_with_both_its_numbers) {
  const Part part{"Acknowledged", "", {34, 3}, {40, 4}};
  EXPECT_EQ(shown(part, Readers::staff).now, "34 of 40 (85%)");
  EXPECT_EQ(shown(part, Readers::everyone).now, "34 of 40 (85%)");
  EXPECT_EQ(shown(part, Readers::everyone).before, "too few to show");
  const Part nearly{"Acknowledged", "", {38, 2}, {40, 40}};
  EXPECT_EQ(shown(nearly, Readers::everyone).now, "all but fewer than 5 of 40");
  EXPECT_EQ(shown(nearly, Readers::everyone).before, "fewer than 5 of 40");
  EXPECT_EQ(shown(Part{"x", "", {40, 0}, {40, 0}}, Readers::everyone).now, "40 of 40 (100%)");
  EXPECT_EQ(shown(Part{"x", "", {0, 0}, {0, 0}}, Readers::staff).now, "none");
}

// What the law wants stated stands as it is, however small.
TEST(Shown, never_hides_what_the_law_wants_stated) {
  Figures figures;
  figures.timeliness.resize(3);
  figures.received = {4, 3};
  figures.well_founded = {2, 1};
  figures.ombudsman = {1, 0};
  figures.decided = {4, 2};
  figures.middle_days = {12, 9};
  const auto lines = shown_totals(figures, Readers::everyone);
  EXPECT_EQ(lines[0].now, "4");
  EXPECT_EQ(lines[1].now, "2");
  EXPECT_EQ(lines[2].now, "1");
  EXPECT_EQ(lines[3].now, "not shown") << "two of them were not well-founded";
  EXPECT_EQ(lines[3].before, "not shown");
  EXPECT_EQ(lines[5].now, "too few to show");
}

// With the sum known, what is hidden can be anything that adds up to it: never one number alone.
RC_GTEST_PROP(Shown, leaves_no_small_number_to_be_worked_out, (std::vector<unsigned> given)) {
  std::vector<std::int64_t> counts;
  for (const auto count : given) counts.push_back(count % 30);
  int hidden = 0;
  int others = 0;
  const auto lines = shown(table_of(counts), Readers::everyone).lines;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const bool is_shown = lines[at].now == std::to_string(counts[at]);
    RC_ASSERT(!is_shown || counts[at] == 0 || counts[at] >= least_shown);
    hidden += is_shown ? 0 : 1;
    others += is_shown && counts[at] > 0 ? 1 : 0;
  }
  RC_ASSERT(hidden != 1 || others == 0);
}

}  // namespace
}  // namespace throughline::publish::report
