#include "store/database.hpp"
#include "support/databases.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>

namespace throughline::store {
namespace {

class TransactionStore : public testing::OnBothDatabases {
 protected:
  void SetUp() override {
    database().write([](Writer& writer) {
      writer.execute("create table counts (name text primary key, total bigint not null)");
      writer.execute("insert into counts (name, total) values ('a', 0)");
    });
  }

  std::int64_t total() {
    return database().read(
        [](Reader& reader) { return reader.number("select sum(total) from counts"); });
  }

  static void set(Writer& writer, std::int64_t total) {
    writer.execute("update counts set total = $1 where name = 'a'", {total});
  }
};
ON_BOTH_DATABASES(TransactionStore);

TEST_P(TransactionStore, keeps_everything_and_gives_back_the_outcome) {
  const int outcome = database().write([](Writer& writer) {
    set(writer, 5);
    return 42;
  });
  EXPECT_EQ(outcome, 42);
  EXPECT_EQ(total(), 5);
}

TEST_P(TransactionStore, keeps_nothing_when_the_work_throws) {
  EXPECT_THROW(database().write([](Writer& writer) {
    set(writer, 5);
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_EQ(total(), 0);
}

TEST_P(TransactionStore, keeps_nothing_when_the_work_is_refused) {
  const auto outcome = database().write([](Writer& writer) -> base::Result<int> {
    set(writer, 5);
    return base::refuse(base::ErrorKind::conflict, "Someone else has it");
  });
  EXPECT_FALSE(outcome.has_value());
  EXPECT_EQ(total(), 0);
}

TEST_P(TransactionStore, keeps_what_a_result_holds) {
  const auto outcome = database().write([](Writer& writer) -> base::Result<int> {
    set(writer, 5);
    return 1;
  });
  EXPECT_TRUE(outcome.has_value());
  EXPECT_EQ(total(), 5);
}

TEST_P(TransactionStore, turns_a_broken_unique_rule_into_an_outcome) {
  const auto outcome = database().write([](Writer& writer) -> base::Result<int> {
    set(writer, 5);
    try {
      writer.execute("insert into counts (name, total) values ('a', 1)");
    } catch (const UniqueViolation&) {
      return base::refuse(base::ErrorKind::conflict, "There is one already");
    }
    return 1;
  });
  EXPECT_FALSE(outcome.has_value());
  EXPECT_EQ(total(), 0);
}

TEST_P(TransactionStore, keeps_nothing_after_a_failed_statement_even_if_it_was_caught) {
  EXPECT_THROW(database().write([](Writer& writer) {
    set(writer, 5);
    try {
      writer.execute("insert into counts (name, total) values ('a', 1)");
    } catch (const UniqueViolation&) {
    }
  }),
               DatabaseError);
  EXPECT_EQ(total(), 0);
}

TEST_P(TransactionStore, gives_the_rows_that_a_statement_changed) {
  database().write([](Writer& writer) {
    EXPECT_EQ(writer.execute("insert into counts (name, total) values ('b', 1), ('c', 1)"), 2);
    EXPECT_EQ(writer.execute("update counts set total = 9 where name = 'nobody'"), 0);
    const auto row =
        writer.row("update counts set total = total + 1 where name = $1 returning total", {"b"});
    EXPECT_EQ(row.value().integer(0), 2);
  });
}

TEST_P(TransactionStore, lets_no_reader_write) {
  EXPECT_THROW(database().read([](Reader& reader) {
    (void)reader.rows("update counts set total = 9 returning total");
  }),
               DatabaseError);
  EXPECT_EQ(total(), 0);
}

TEST_P(TransactionStore, shows_a_reader_one_view_while_others_write) {
  database().read([&](Reader& reader) {
    EXPECT_EQ(reader.number("select total from counts"), 0);
    std::thread([&] { database().write([](Writer& writer) { set(writer, 5); }); }).join();
    EXPECT_EQ(reader.number("select total from counts"), 0);
  });
  EXPECT_EQ(total(), 5);
}

// The total is read and then written: a lost update would show as a smaller sum.
TEST_P(TransactionStore, loses_no_update_between_writers) {
  constexpr int each = 50;
  const auto count_up = [&] {
    for (int i = 0; i < each; ++i) {
      database().write([](Writer& writer) {
        set(writer, writer.number("select total from counts where name = 'a'") + 1);
      });
    }
  };
  std::vector<std::thread> writers;
  for (int i = 0; i < 8; ++i) writers.emplace_back(count_up);
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(total(), 8 * each);
}

// On SQLite the second would wait for the first for ever; PostgreSQL has another connection.
TEST(Transaction, is_not_begun_inside_another_on_sqlite) {
  testing::TestDatabase held(Dialect::sqlite, testing::TestDatabase::State::empty);
  Database& database = held.database();
  EXPECT_THROW(database.write([&](Writer&) { database.write([](Writer&) {}); }), DatabaseError);
}

}  // namespace
}  // namespace throughline::store
