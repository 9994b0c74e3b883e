#include "store/database.hpp"
#include "store/migration.hpp"
#include "support/databases.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace throughline::store {
namespace {

std::string refusal(const std::string& address) {
  const auto outcome = open(address);
  return outcome ? "" : outcome.error().message;
}

TEST(Open, refuses_an_address_that_leads_nowhere) {
  EXPECT_NE(refusal("/no/such/folder/council.db"), "");
  EXPECT_NE(refusal(""), "");
  EXPECT_NE(refusal("postgresql:///council?host=/no/such/folder"), "");
}

TEST(Open, refuses_a_file_that_is_no_database) {
  const testing::TemporaryFolder folder;
  const std::string file = folder.path() / "letter.txt";
  std::ofstream(file) << std::string(5000, 'x');
  EXPECT_NE(refusal(file).find("not a database"), std::string::npos) << refusal(file);
}

TEST(Open, makes_a_file_that_only_its_owner_can_read) {
  const testing::TemporaryFolder folder;
  const std::string file = folder.path() / "council.db";
  ASSERT_TRUE(open(file).has_value());
  struct stat status {};
  ASSERT_EQ(stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST(Open, keeps_a_database_in_memory_for_its_readers_and_writers) {
  const auto database = open(":memory:").value();
  const base::FixedClock clock(testing::test_instant());
  ASSERT_TRUE(migrate(*database, clock).has_value());
  database->write([](Writer& writer) {
    writer.execute("insert into authorities (authority_id, name, created) values ('a', 'A', '')");
  });
  EXPECT_EQ(database->read(
                [](Reader& reader) { return reader.number("select count(*) from authorities"); }),
            1);
}

class OpenStore : public testing::OnBothDatabases {};
ON_BOTH_DATABASES(OpenStore);

TEST_P(OpenStore, finds_what_was_written_before) {
  database().write([](Writer& writer) {
    writer.execute("insert into authorities (authority_id, name, created) values ('a', 'A', '')");
  });
  const auto again = open(address()).value();
  EXPECT_EQ(
      again->read([](Reader& reader) { return reader.number("select count(*) from authorities"); }),
      1);
}

class LostConnection : public ::testing::Test {
 protected:
  Database& database() { return held_.database(); }
  [[nodiscard]] const std::string& address() const { return held_.address(); }

 private:
  testing::TestDatabase held_{Dialect::postgres, testing::TestDatabase::State::empty};
};

TEST_F(LostConnection, does_not_matter_when_nothing_was_under_way) {
  const auto other = open(address()).value();
  (void)database().read([](Reader& reader) { return reader.number("select 1"); });
  other->write([](Writer& writer) {
    (void)writer.rows(
        "select pg_terminate_backend(pid) from pg_stat_activity "
        "where datname = current_database() and pid <> pg_backend_pid()");
  });
  EXPECT_EQ(database().read([](Reader& reader) { return reader.number("select 1"); }), 1);
}

TEST_F(LostConnection, is_said_when_it_happens_in_the_middle) {
  EXPECT_THROW(database().write([](Writer& writer) {
    (void)writer.rows("select pg_terminate_backend(pg_backend_pid())");
    (void)writer.number("select 1");
  }),
               DatabaseError);
  EXPECT_EQ(database().read([](Reader& reader) { return reader.number("select 1"); }), 1);
}

}  // namespace
}  // namespace throughline::store
