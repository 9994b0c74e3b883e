#include "publish/report/shown.hpp"

#include <algorithm>
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

// A report of which only what a test asks about is filled in.
Figures figures_of(const Table& table) {
  Figures figures;
  figures.timeliness.resize(3);
  figures.tables = {table};
  return figures;
}

std::string column(const Table& table, Readers readers, const std::vector<Table>& quarters = {}) {
  std::vector<Figures> of_quarters;
  for (const auto& each : quarters) of_quarters.push_back(figures_of(each));
  std::string text;
  const auto view = shown(figures_of(table), of_quarters, readers);
  for (const auto& line : view.tables.front().lines) {
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

// The order of what is not shown would tell which is more.
TEST(Shown, puts_what_is_not_shown_in_the_order_of_names) {
  Table table{"services", "Services", "Complaints received", "", true, {}};
  table.lines = {{"Zebra", {6, 0}}, {"Ash", {1, 0}}, {"Oak", {40, 0}}, {"Elm", {0, 4}}};
  std::vector<std::string> names;
  const auto view = shown(figures_of(table), {}, Readers::everyone);
  for (const auto& line : view.tables.front().lines) {
    names.push_back(line.name);
  }
  EXPECT_THAT(names, ::testing::ElementsAre("Ash", "Oak", "Zebra", "Elm"));
}

// Of which how many were upheld or partly upheld is always told.
TEST(Shown, takes_outcomes_as_those_well_founded_and_the_others) {
  const auto outcomes = [](std::int64_t upheld, std::int64_t partly, std::int64_t not_upheld) {
    Table table{"outcomes", "Outcomes", "Complaints received", "", true, {}};
    table.lines = {
        {"Upheld", {upheld, 0}}, {"Partly upheld", {partly, 0}}, {"Not upheld", {not_upheld, 0}}};
    const auto view = shown(figures_of(table), {}, Readers::everyone);
    std::string text;
    for (const auto& name : {"Upheld", "Partly upheld", "Not upheld"}) {
      for (const auto& line : view.tables.front().lines) {
        if (line.name == name) text += (text.empty() ? "" : ", ") + line.now;
      }
    }
    return text;
  };
  EXPECT_EQ(outcomes(20, 8, 6), "20, 8, 6");
  EXPECT_EQ(outcomes(20, 2, 6), "not shown, fewer than 5, 6");
  EXPECT_EQ(outcomes(3, 0, 6), "fewer than 5, fewer than 5, 6") << "3 were well-founded: not how";
}

TEST(Shown, hides_of_a_year_what_its_quarters_would_make_tell) {
  const auto year = table_of({93, 100});
  const std::vector<Table> quarters = {table_of({20, 25}), table_of({30, 25}), table_of({3, 25}),
                                       table_of({40, 25})};
  Table named = year;
  named.lines[0].name = "Home care";
  std::vector<Table> of_quarters = quarters;
  for (auto& each : of_quarters) each.lines[0].name = "Home care";
  EXPECT_EQ(column(named, Readers::everyone, of_quarters), "not shown, not shown")
      << "the third quarter shows neither its 3 nor the 25 beside it";
  EXPECT_EQ(column(named, Readers::staff, of_quarters), "93, 100");
  for (auto& each : of_quarters) each.lines[0].count.now = 20;
  named.lines[0].count.now = 80;
  EXPECT_EQ(column(named, Readers::everyone, of_quarters), "100, 80");
}

std::string share(Pair met, Pair of, Readers readers, std::string ShownLine::*side,
                  const std::vector<std::pair<std::int64_t, std::int64_t>>& quarters = {}) {
  Figures figures;
  figures.timeliness = {{"Acknowledged", "", met, of}, {}, {}};
  std::vector<Figures> of_quarters;
  for (const auto& [quarter_met, quarter_of] : quarters) {
    of_quarters.emplace_back();
    of_quarters.back().timeliness = {
        {"Acknowledged", "", {quarter_met, 0}, {quarter_of, 0}}, {}, {}};
  }
  return shown(figures, of_quarters, readers).timeliness.front().*side;
}

TEST(Shown, gives_a_share_with_both_its_numbers) {
  const auto now = &ShownLine::now;
  const auto before = &ShownLine::before;
  EXPECT_EQ(share({34, 3}, {40, 4}, Readers::staff, now), "34 of 40 (85%)");
  EXPECT_EQ(share({34, 3}, {40, 4}, Readers::everyone, now), "34 of 40 (85%)");
  EXPECT_EQ(share({34, 3}, {40, 4}, Readers::everyone, before), "too few to show");
  EXPECT_EQ(share({38, 2}, {40, 40}, Readers::everyone, now), "all but fewer than 5 of 40");
  EXPECT_EQ(share({38, 2}, {40, 40}, Readers::everyone, before), "fewer than 5 of 40");
  EXPECT_EQ(share({40, 0}, {40, 0}, Readers::everyone, now), "40 of 40 (100%)");
  EXPECT_EQ(share({0, 0}, {0, 0}, Readers::staff, now), "none");
}

TEST(Shown, gives_the_share_of_a_year_only_when_no_quarter_is_told_by_it) {
  const auto year = [](std::int64_t met, std::int64_t of,
                       const std::vector<std::pair<std::int64_t, std::int64_t>>& quarters) {
    return share({met, 0}, {of, 0}, Readers::everyone, &ShownLine::now, quarters);
  };
  EXPECT_EQ(year(70, 80, {{15, 20}, {20, 20}, {20, 20}, {15, 20}}), "70 of 80 (88%)");
  EXPECT_EQ(year(70, 80, {{15, 20}, {18, 20}, {20, 20}, {17, 20}}), "70 of 80 (88%)")
      << "2 and 3 late: each can be 1 to 4";
  EXPECT_EQ(year(73, 80, {{15, 20}, {18, 20}, {20, 20}, {20, 20}}), "not shown");
  EXPECT_EQ(year(52, 63, {{15, 20}, {20, 20}, {2, 3}, {15, 20}}), "not shown");
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
  figures.tables = {{"outcomes",
                     "Outcomes",
                     "Complaints received",
                     "",
                     true,
                     {{"Upheld", {2, 1}}, {"Not upheld", {2, 1}}, {"Not decided yet", {0, 1}}}}};
  const auto lines = shown(figures, {}, Readers::everyone).totals;
  EXPECT_EQ(lines[0].now, "4");
  EXPECT_EQ(lines[1].now, "2");
  EXPECT_EQ(lines[2].now, "1");
  EXPECT_EQ(lines[3].now, "not shown") << "two of them were not well-founded";
  EXPECT_EQ(lines[3].before, "not shown");
  EXPECT_EQ(lines[4].now, "not shown") << "four were closed";
  EXPECT_EQ(lines[5].now, "too few to show");
}

// With the sum known, what is hidden can be anything that adds up to it: never one number alone.
RC_GTEST_PROP(Shown, leaves_no_small_number_to_be_worked_out, (std::vector<unsigned> given)) {
  Table table = table_of({});
  for (const auto count : given) {
    table.lines.push_back({"Service " + std::to_string(table.lines.size()), {count % 30, 0}});
  }
  int hidden = 0;
  int others = 0;
  const auto view = shown(figures_of(table), {}, Readers::everyone);
  for (const auto& line : view.tables.front().lines) {
    const auto at = std::ranges::find(table.lines, line.name, &Line::name);
    const auto count = at->count.now;
    const bool is_shown = line.now == std::to_string(count);
    RC_ASSERT(!is_shown || count == 0 || count >= least_shown);
    hidden += is_shown ? 0 : 1;
    others += is_shown && count > 0 ? 1 : 0;
  }
  RC_ASSERT(hidden != 1 || others == 0);
}

}  // namespace
}  // namespace throughline::publish::report
