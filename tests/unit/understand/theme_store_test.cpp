#include "hear/hear.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "support/two_councils.hpp"
#include "understand/understand.hpp"

#include <gtest/gtest.h>

namespace throughline::understand {
namespace {

using namespace std::chrono;

class ThemeStore : public testing::TwoCouncils {
 protected:
  std::string make_theme(const std::string& name) {
    return database()
        .write([&](store::Writer& writer) {
          return create_theme(writer, work(), {name, "", {}, true});
        })
        .value()
        .ref;
  }
  std::string make_case(base::Date received, hear::Kind kind = hear::Kind::complaint) {
    hear::NewCase given;
    given.kind = kind;
    given.words = "Words";
    given.relationship = hear::Relationship::person;
    given.received = received;
    return database()
        .write([&](store::Writer& writer) { return hear::receive(writer, work(), given); })
        .value()
        .ref;
  }
  base::Result<void> give(const std::string& ref, const std::vector<std::string>& themes) {
    return database().write(
        [&](store::Writer& writer) { return set_themes(writer, work(), ref, themes); });
  }
  std::vector<std::string> names_of(const std::string& ref) {
    std::vector<std::string> names;
    database().read([&](store::Reader& reader) {
      for (const auto& theme : themes_of(reader, "aldermere", ref)) names.push_back(theme.name);
    });
    return names;
  }
  std::int64_t counted(const std::string& theme, const std::vector<hear::Kind>& kinds = {}) {
    return database().read([&](store::Reader& reader) {
      std::int64_t all = 0;
      for (const auto& each : theme_counts(reader, "aldermere", theme, 2026y / January / 1d,
                                           2026y / March / 31d, kinds)) {
        all += each.cases;
      }
      return all;
    });
  }
  std::string case_themes_text() {
    return database().read([](store::Reader& reader) {
      std::string text;
      reader.for_each(
          "select theme_ref, case_ref, received, number, kind from case_themes "
          "order by theme_ref, case_ref",
          {}, [&](const store::Row& row) {
            for (std::size_t i = 0; i < row.size(); ++i) text += row.text(i) + " ";
          });
      return text;
    });
  }
};
ON_BOTH_DATABASES(ThemeStore);

TEST_P(ThemeStore, starts_with_a_set_that_is_added_once_and_never_seen_elsewhere) {
  const auto add = [&] {
    return database().write(
        [&](store::Writer& writer) { return add_starter_themes(writer, work()); });
  };
  EXPECT_GT(add(), 12U);
  EXPECT_EQ(add(), 0U);
  database().read([](store::Reader& reader) {
    EXPECT_FALSE(active_themes(reader, "aldermere").empty());
    EXPECT_TRUE(themes(reader, "brackwater").empty());
    EXPECT_FALSE(find_theme(reader, "brackwater", "THEME-1"));
  });
}

TEST_P(ThemeStore, refuses_a_name_that_is_taken_whatever_its_case) {
  make_theme("Waiting");
  const auto refused = database().write([&](store::Writer& writer) {
    return create_theme(writer, work(), {"WAITING", "", {}, true});
  });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.front().field, "name");
}

TEST_P(ThemeStore, gives_and_takes_themes_with_one_event) {
  const auto waiting = make_theme("Waiting");
  const auto charges = make_theme("Charges");
  const auto ref = make_case(2026y / March / 1d);
  ASSERT_TRUE(give(ref, {waiting}));
  ASSERT_TRUE(give(ref, {charges}));
  ASSERT_TRUE(give(ref, {charges}));
  EXPECT_EQ(names_of(ref), std::vector<std::string>{"Charges"});
  database().read([&](store::Reader& reader) {
    const auto events = record::history(reader, "aldermere", ref);
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events.back().details,
              (record::Details{{"added", "Charges"}, {"removed", "Waiting"}}));
    EXPECT_EQ(record::links_from(reader, "aldermere", ref).size(), 1U);
  });
  EXPECT_FALSE(give(ref, {"THEME-99"}));
  EXPECT_FALSE(give("CASE-99", {waiting}));
}

TEST_P(ThemeStore, counts_every_month_of_the_period_and_only_its_kinds) {
  const auto theme = make_theme("Waiting");
  ASSERT_TRUE(give(make_case(2026y / January / 1d), {theme}));
  ASSERT_TRUE(give(make_case(2026y / January / 31d, hear::Kind::concern), {theme}));
  ASSERT_TRUE(give(make_case(2026y / March / 2d), {theme}));
  const auto counts = database().read([&](store::Reader& reader) {
    return theme_counts(reader, "aldermere", theme, 2025y / December / 15d, 2026y / March / 2d);
  });
  std::vector<std::int64_t> numbers;
  for (const auto& each : counts) numbers.push_back(each.cases);
  EXPECT_EQ(numbers, (std::vector<std::int64_t>{0, 2, 0, 1}));
  EXPECT_EQ(counted(theme, {hear::Kind::concern}), 1);
}

TEST_P(ThemeStore, merging_moves_every_case_and_counts_each_once) {
  const auto one = make_theme("Waiting");
  const auto other = make_theme("Delays");
  const auto both = make_case(2026y / March / 1d);
  ASSERT_TRUE(give(both, {one, other}));
  ASSERT_TRUE(give(make_case(2026y / March / 2d), {other}));
  const auto moved = database().write([&](store::Writer& writer) {
    return merge_themes(writer, work(), other, one, "The same thing");
  });
  ASSERT_TRUE(moved);
  EXPECT_EQ(*moved, 2U);
  EXPECT_EQ(counted(one), 2);
  EXPECT_EQ(counted(other), 0);
  EXPECT_EQ(names_of(both), std::vector<std::string>{"Waiting"});
  EXPECT_FALSE(give(both, {other}));
  EXPECT_FALSE(database().write(
      [&](store::Writer& writer) { return merge_themes(writer, work(), other, one, "Again"); }));
}

TEST_P(ThemeStore, rebuilding_the_derived_table_gives_what_was_there) {
  const auto one = make_theme("Waiting");
  const auto other = make_theme("Charges");
  ASSERT_TRUE(give(make_case(2026y / March / 1d), {one, other}));
  ASSERT_TRUE(give(make_case(2026y / March / 2d, hear::Kind::idea), {other}));
  const auto before = case_themes_text();
  database().write([](store::Writer& writer) { rebuild_case_themes(writer, "aldermere"); });
  EXPECT_EQ(case_themes_text(), before);
}

TEST_P(ThemeStore, refuses_the_second_of_two_who_describe_the_same_version) {
  const auto ref = make_theme("Waiting");
  const auto describe = [&](const std::string& name) {
    return database().write([&](store::Writer& writer) {
      return describe_theme(writer, work(), ref, 1, {name, "", {}, true});
    });
  };
  EXPECT_TRUE(describe("Waiting times"));
  EXPECT_EQ(describe("Delays").error().kind, base::ErrorKind::conflict);
}

}  // namespace
}  // namespace throughline::understand
