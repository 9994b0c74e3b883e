#include "store/migration.hpp"

#include "support/databases.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace throughline::store {
namespace {

class MigrationStore : public ::testing::TestWithParam<Dialect> {
 protected:
  Database& database() { return held_.database(); }
  base::FixedClock clock_{testing::test_instant()};

 private:
  testing::TestDatabase held_{GetParam(), testing::TestDatabase::State::empty};
};
ON_BOTH_DATABASES(MigrationStore);

const std::vector<Migration> two = {
    {1, "first", "create table first_things (name text primary key);"},
    {2, "second", "create table second_things (name text); create table third_things (name text)"}};

TEST(Migration, numbers_begin_at_one_and_none_is_doubled) {
  check_numbers(two);
  check_numbers({{1, "first", ""}, {3, "third", ""}});
  EXPECT_THROW(check_numbers({{2, "second", ""}, {3, "third", ""}}), std::logic_error);
  EXPECT_THROW(check_numbers({{1, "first", ""}, {1, "again", ""}}), std::logic_error);
}

TEST(Migration, is_there_for_both_databases_under_the_same_number_and_name) {
  const auto sqlite = migrations(Dialect::sqlite);
  const auto postgres = migrations(Dialect::postgres);
  ASSERT_EQ(sqlite.size(), postgres.size());
  for (std::size_t i = 0; i < sqlite.size(); ++i) EXPECT_EQ(sqlite[i].name, postgres[i].name);
}

TEST_P(MigrationStore, applies_everything_once_to_an_empty_database) {
  const auto done = migrate(database(), clock_);
  ASSERT_TRUE(done.has_value());
  EXPECT_EQ(done->size(), migrations(GetParam()).size());
  EXPECT_EQ(migrate(database(), clock_)->size(), 0U);
}

TEST_P(MigrationStore, applies_what_is_new_and_notes_when) {
  ASSERT_TRUE(migrate(database(), clock_, {two[0]}).has_value());
  const auto done = migrate(database(), clock_, two);
  ASSERT_EQ(done->size(), 1U);
  EXPECT_EQ(done->front().name, "second");
  const auto rows = database().read([](Reader& reader) {
    return reader.rows("select number, name, applied from schema_migrations order by number");
  });
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1].text(1), "second");
  EXPECT_EQ(rows[1].text(2), "2026-03-02T09:30:00.000Z");
}

TEST_P(MigrationStore, refuses_a_database_of_a_newer_program) {
  ASSERT_TRUE(migrate(database(), clock_, two).has_value());
  const auto outcome = migrate(database(), clock_, {two[0]});
  ASSERT_FALSE(outcome.has_value());
  EXPECT_EQ(outcome.error().kind, base::ErrorKind::conflict);
  EXPECT_NE(outcome.error().message.find("newer"), std::string::npos);
}

TEST_P(MigrationStore, keeps_nothing_of_a_step_that_fails) {
  const std::vector<Migration> broken = {
      {1, "broken", "create table kept (name text); create tabel wrong (name text);"}};
  EXPECT_THROW((void)migrate(database(), clock_, broken), DatabaseError);
  EXPECT_EQ(schema_text(database()).find("kept"), std::string::npos);
}

}  // namespace
}  // namespace throughline::store
