#include "store/sqlite/sqlite_connection.hpp"
#include "store/sqlite/sqlite_transaction.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace throughline::store {
namespace {

class WritesInAGroup : public ::testing::Test {
 protected:
  void SetUp() override {
    connection_.script(
        "create table kept (name text primary key);"
        "create virtual table words using fts5(text)");
  }

  void TearDown() override {
    connection_.script("insert into words (words) values ('integrity-check')");
  }

  static bool put(Writer& writer, const std::string& name) {
    writer.execute("insert into kept (name) values ($1)", {name});
    writer.execute("insert into words (text) values ($1)", {name});
    return true;
  }
  bool add(const std::string& name) {
    return group_.add([&](Writer& writer) { return put(writer, name); });
  }

  // "a b", as another connection sees it; the words are those of the table.
  std::string seen() {
    SqliteConnection other(path_);
    std::string names;
    const auto note = [&](const Row& row) { names += (names.empty() ? "" : " ") + row.text(0); };
    other.run("select name from kept order by name", {}, Access::read_only, note);
    other.run(
        "select 'and words of ' || count(*) from words where words match 'a OR b OR c' "
        "having count(*) <> (select count(*) from kept)",
        {}, Access::read_only, note);
    return names;
  }

  testing::TemporaryFolder folder_;
  std::string path_ = folder_.path() / "test.db";
  SqliteConnection connection_{path_};
  SqliteGroup group_{connection_};
};

TEST_F(WritesInAGroup, are_seen_together_when_it_is_committed) {
  EXPECT_TRUE(add("a"));
  EXPECT_TRUE(add("b"));
  EXPECT_EQ(seen(), "");
  group_.commit();
  EXPECT_EQ(seen(), "a b");
}

TEST_F(WritesInAGroup, are_undone_alone_when_they_throw) {
  EXPECT_TRUE(add("a"));
  EXPECT_THROW(group_.add([](Writer& writer) -> bool {
    put(writer, "b");
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_TRUE(add("c"));
  group_.commit();
  EXPECT_EQ(seen(), "a c");
}

TEST_F(WritesInAGroup, are_undone_alone_when_they_are_refused) {
  const auto refused = [](Writer& writer) { return !put(writer, "b"); };
  EXPECT_FALSE(group_.add(refused));
  EXPECT_TRUE(add("a"));
  EXPECT_FALSE(group_.add(refused));
  EXPECT_TRUE(add("c"));
  EXPECT_FALSE(group_.add(refused));
  group_.commit();
  EXPECT_EQ(seen(), "a c");
}

TEST_F(WritesInAGroup, are_spoilt_alone_by_a_failed_statement_even_if_it_was_caught) {
  EXPECT_TRUE(add("a"));
  EXPECT_THROW(group_.add([](Writer& writer) {
    put(writer, "b");
    try {
      put(writer, "a");
    } catch (const UniqueViolation&) {
    }
    return true;
  }),
               DatabaseError);
  EXPECT_TRUE(add("c"));
  group_.commit();
  EXPECT_EQ(seen(), "a c");
}

// Checked only at the commit, it would otherwise take the others with it.
TEST_F(WritesInAGroup, are_undone_alone_when_a_reference_is_left_broken) {
  connection_.script(
      "create table parts (name text references kept (name) deferrable initially deferred)");
  const auto part_of = [](const std::string& name) {
    return [name](Writer& writer) {
      writer.execute("insert into parts (name) values ($1)", {name});
      return true;
    };
  };
  EXPECT_THROW(group_.add(part_of("a")), DatabaseError);
  EXPECT_TRUE(add("a"));
  EXPECT_THROW(group_.add(part_of("b")), DatabaseError);
  EXPECT_TRUE(group_.add(part_of("a")));
  EXPECT_TRUE(add("c"));
  group_.commit();
  EXPECT_EQ(seen(), "a c");
}

TEST_F(WritesInAGroup, are_all_undone_when_it_is_not_committed) {
  {
    SqliteGroup left(connection_);
    left.add([](Writer& writer) { return put(writer, "a"); });
    left.add([](Writer& writer) { return put(writer, "b"); });
  }
  EXPECT_EQ(seen(), "");
  EXPECT_TRUE(add("c"));
  group_.commit();
  EXPECT_EQ(seen(), "c");
}

// `or rollback` ends the whole transaction, as SQLite does by itself when the disk is full.
TEST_F(WritesInAGroup, are_known_to_be_lost_when_sqlite_rolled_back_by_itself) {
  EXPECT_TRUE(add("a"));
  EXPECT_THROW(group_.add([](Writer& writer) {
    writer.execute("insert or rollback into kept (name) values ('a')");
    return true;
  }),
               DatabaseError);
  EXPECT_TRUE(group_.lost());
  EXPECT_THROW(group_.commit(), DatabaseError);
  EXPECT_EQ(seen(), "");
}

}  // namespace
}  // namespace throughline::store
