#pragma once

// One suite, both databases:
//
//   class CaseStore : public testing::OnBothDatabases {};
//   ON_BOTH_DATABASES(CaseStore);
//   TEST_P(CaseStore, keeps_the_words_exactly) { database().write(...); }
//
// Each test has a migrated, empty database of its own.

#include "base/clock.hpp"
#include "store/database.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace throughline::testing {

// 2 March 2026, 9:30 in London; a Monday.
[[nodiscard]] base::Instant test_instant();

// A database that is gone when the test ends.
class TestDatabase {
 public:
  enum class State { empty, migrated };

  TestDatabase(store::Dialect dialect, State state);
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  [[nodiscard]] store::Database& database() { return *database_; }
  // What store::open() and --database take.
  [[nodiscard]] const std::string& address() const { return address_; }

 private:
  TemporaryFolder folder_;
  std::string name_;  // of a database on the PostgreSQL server; empty for SQLite
  std::string address_;
  std::unique_ptr<store::Database> database_;
};

class OnBothDatabases : public ::testing::TestWithParam<store::Dialect> {
 protected:
  store::Database& database() { return held_.database(); }
  [[nodiscard]] const std::string& address() const { return held_.address(); }
  [[nodiscard]] const base::Clock& clock() const { return clock_; }

 private:
  base::FixedClock clock_{test_instant()};
  TestDatabase held_{GetParam(), TestDatabase::State::migrated};
};

[[nodiscard]] std::string dialect_name(const ::testing::TestParamInfo<store::Dialect>& info);

}  // namespace throughline::testing

#define ON_BOTH_DATABASES(suite)                                                       \
  INSTANTIATE_TEST_SUITE_P(, suite,                                                    \
                           ::testing::Values(::throughline::store::Dialect::sqlite,    \
                                             ::throughline::store::Dialect::postgres), \
                           ::throughline::testing::dialect_name)
