#include "store/database.hpp"
#include "support/databases.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace throughline::store {
namespace {

class WritesAtOnce : public testing::OnBothDatabases {
 protected:
  void SetUp() override {
    database().write(
        [](Writer& writer) { writer.execute("create table kept (name text primary key)"); });
  }

  std::set<std::string> names() {
    return database().read([](Reader& reader) {
      std::set<std::string> found;
      for (const Row& row : reader.rows("select name from kept")) found.insert(row.text(0));
      return found;
    });
  }

  static void put(Writer& writer, const std::string& name) {
    writer.execute("insert into kept (name) values ($1)", {name});
  }

  // Calls `each` with 0, 1, 2 ... on as many threads at once.
  static void on_threads(int count, const std::function<void(int)>& each) {
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) threads.emplace_back(each, i);
    for (std::thread& thread : threads) thread.join();
  }
};
ON_BOTH_DATABASES(WritesAtOnce);

TEST_P(WritesAtOnce, are_all_kept_but_those_that_fail) {
  std::atomic<int> thrown = 0;
  std::atomic<int> refused = 0;
  on_threads(8, [&](int thread) {
    for (int i = 0; i < 40; ++i) {
      const std::string name = std::to_string(thread) + "-" + std::to_string(i);
      try {
        const auto outcome = database().write([&](Writer& writer) -> base::Result<int> {
          put(writer, name);
          if (i % 5 == 1) throw std::runtime_error(name);
          if (i % 5 == 2) return base::refuse(base::ErrorKind::conflict, name);
          if (i % 5 == 3) put(writer, name);
          return i;
        });
        if (outcome) {
          EXPECT_EQ(*outcome, i);
        } else {
          EXPECT_EQ(outcome.error().message, name);
          ++refused;
        }
      } catch (const UniqueViolation&) {
        EXPECT_EQ(i % 5, 3);
        ++thrown;
      } catch (const std::runtime_error& error) {
        EXPECT_EQ(error.what(), name);
        ++thrown;
      }
    }
  });
  EXPECT_EQ(refused, 8 * 8);
  EXPECT_EQ(thrown, 8 * 16);
  std::set<std::string> expected;
  for (int thread = 0; thread < 8; ++thread) {
    for (int i = 0; i < 40; ++i) {
      if (i % 5 == 0 || i % 5 == 4) {
        expected.insert(std::to_string(thread) + "-" + std::to_string(i));
      }
    }
  }
  EXPECT_EQ(names(), expected);
}

TEST_P(WritesAtOnce, are_seen_by_whoever_was_told_of_them) {
  on_threads(6, [&](int thread) {
    for (int i = 0; i < 20; ++i) {
      const std::string name = std::to_string(thread) + "-" + std::to_string(i);
      database().write([&](Writer& writer) { put(writer, name); });
      EXPECT_TRUE(names().contains(name));
    }
  });
}

TEST_P(WritesAtOnce, come_to_their_turn_behind_a_long_one) {
  std::atomic<bool> begun = false;
  std::thread other([&] {
    while (!begun) std::this_thread::yield();
    on_threads(4, [&](int thread) {
      database().write([&](Writer& writer) { put(writer, std::to_string(thread)); });
    });
  });
  database().write([&](Writer& writer) {
    put(writer, "long");
    begun = true;
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
  });
  other.join();
  EXPECT_EQ(names(), (std::set<std::string>{"0", "1", "2", "3", "long"}));
}

// A reference that is looked at only when the transaction ends makes the commit itself fail.
TEST_P(WritesAtOnce, fail_when_they_cannot_be_committed_and_others_go_on) {
  database().write([](Writer& writer) {
    writer.execute_script(
        "create table parts (name text references kept (name) deferrable initially deferred)");
  });
  std::atomic<int> failed = 0;
  on_threads(4, [&](int thread) {
    for (int i = 0; i < 10; ++i) {
      try {
        database().write(
            [&](Writer& writer) { writer.execute("insert into parts (name) values ('nobody')"); });
      } catch (const DatabaseError&) {
        ++failed;
      }
    }
    database().write([&](Writer& writer) { put(writer, std::to_string(thread)); });
  });
  EXPECT_EQ(failed, 40);
  EXPECT_EQ(names(), (std::set<std::string>{"0", "1", "2", "3"}));
}

}  // namespace
}  // namespace throughline::store
