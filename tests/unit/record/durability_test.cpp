#include "record/event.hpp"
#include "record/line.hpp"
#include "record/verify.hpp"
#include "support/two_councils.hpp"

#include <csignal>
#include <gtest/gtest.h>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace throughline::record {
namespace {

std::string ref_of(std::int64_t number) {
  return "CASE-" + std::to_string(number);
}

// One whole record: a node and its event.
void put_record(store::Database& database, std::int64_t number) {
  base::SeededRandom random(1);
  const Work work{
      "aldermere", {"USER-1", "Priya Nair", Role::officer}, testing::test_instant(), random};
  database.write([&](store::Writer& writer) {
    put_node(writer, work.authority_id, {ref_of(number), "", "", ""});
    append_event(writer, work, ref_of(number), "received");
  });
}

// Writes from four threads, and says on the pipe what was acknowledged, until killed.
[[noreturn]] void write_until_killed(const std::string& address, int pipe) {
  auto database = store::open(address).value();
  std::vector<std::thread> threads;
  for (std::int64_t first = 0; first < 4; ++first) {
    threads.emplace_back([&, first] {
      for (std::int64_t number = first;; number += 4) {
        put_record(*database, number);
        if (::write(pipe, &number, sizeof number) != sizeof number) _exit(1);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  _exit(1);
}

class Acknowledged : public testing::TwoCouncils {
 protected:
  void check_whole(const std::set<std::string>& acknowledged) {
    database().read([&](store::Reader& reader) {
      const Verification found = verify(reader, "aldermere");
      EXPECT_EQ(found.fault, std::nullopt);
      EXPECT_EQ(found.nodes, found.events);
      for (const std::string& ref : acknowledged) {
        EXPECT_TRUE(find_node(reader, "aldermere", ref).has_value()) << ref;
        EXPECT_EQ(history(reader, "aldermere", ref).size(), 1U) << ref;
      }
    });
  }
};
ON_BOTH_DATABASES(Acknowledged);

TEST_P(Acknowledged, is_kept_whole_when_many_write_at_once_and_some_fail) {
  std::vector<std::thread> threads;
  for (std::int64_t first = 0; first < 6; ++first) {
    threads.emplace_back([&, first] {
      for (std::int64_t i = 0; i < 20; ++i) {
        put_record(database(), i * 6 + first);
        EXPECT_THROW(database().write([&](store::Writer& writer) {
          append_event(writer, work(), ref_of(i), "lost");
          throw std::runtime_error("no");
        }),
                     std::runtime_error);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::set<std::string> all;
  for (std::int64_t number = 0; number < 120; ++number) all.insert(ref_of(number));
  check_whole(all);
}

// Killing the program, not the machine: that a flush reaches the disk is the database's own
// promise.
TEST_P(Acknowledged, is_kept_whole_when_the_program_is_killed) {
  for (const int wanted : {1, 25, 90, 200}) {
    database().write([](store::Writer& writer) {
      writer.execute("delete from events");
      writer.execute("delete from nodes");
      writer.execute("delete from event_heads");
      begin_history(writer, "aldermere");
    });
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
      ::close(ends[0]);
      write_until_killed(address(), ends[1]);
    }
    ::close(ends[1]);
    std::set<std::string> acknowledged;
    std::int64_t number = 0;
    while (::read(ends[0], &number, sizeof number) == sizeof number) {
      acknowledged.insert(ref_of(number));
      if (acknowledged.size() == static_cast<std::size_t>(wanted)) kill(child, SIGKILL);
    }
    ::close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    EXPECT_GE(acknowledged.size(), static_cast<std::size_t>(wanted));
    check_whole(acknowledged);
  }
}

}  // namespace
}  // namespace throughline::record
