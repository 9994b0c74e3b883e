#include "web/http/workers.hpp"

#include <condition_variable>
#include <functional>
#include <future>
#include <gtest/gtest.h>
#include <latch>
#include <memory>
#include <mutex>

namespace throughline::web::http {

namespace {

class Call final : public Task {
 public:
  explicit Call(std::function<void()> call) : call_(std::move(call)) {}
  void run() override { call_(); }

 private:
  std::function<void()> call_;
};

// Lets threads go on in fours.
class Fours {
 public:
  void arrive_and_wait() {
    std::unique_lock lock(mutex_);
    const int mine = arrived_++ / 4;
    if (arrived_ % 4 == 0) complete_.notify_all();
    complete_.wait(lock, [&] { return arrived_ / 4 > mine; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable complete_;
  int arrived_ = 0;
};

std::shared_ptr<Task> task(std::function<void()> call) {
  return std::make_shared<Call>(std::move(call));
}

}  // namespace

TEST(Workers, run_everything_they_are_given) {
  std::latch left(10'000);
  Workers workers(4, 10'000);
  for (int i = 0; i < 10'000; ++i) {
    EXPECT_TRUE(workers.submit(task([&] { left.count_down(); }), Queueing::bounded));
  }
  left.wait();
}

TEST(Workers, all_join_in_when_some_are_held_up) {
  // Each round ends only when all four run at once.
  Fours together;
  std::latch left(4 * 50);
  Workers workers(4, 1'000);
  for (int i = 0; i < 4 * 50; ++i) {
    EXPECT_TRUE(workers.submit(task([&] {
                                 together.arrive_and_wait();
                                 left.count_down();
                               }),
                               Queueing::bounded));
  }
  left.wait();
}

TEST(Workers, refuse_what_would_wait_too_long_unless_it_must_be_done) {
  std::promise<void> begun;
  std::promise<void> open;
  Workers workers(1, 1);
  EXPECT_TRUE(workers.submit(task([&] {
                               begun.set_value();
                               open.get_future().wait();
                             }),
                             Queueing::bounded));
  begun.get_future().wait();
  std::latch left(2);
  EXPECT_TRUE(workers.submit(task([&] { left.count_down(); }), Queueing::bounded));
  EXPECT_FALSE(workers.submit(task([] {}), Queueing::bounded));
  EXPECT_TRUE(workers.submit(task([&] { left.count_down(); }), Queueing::always));
  open.set_value();
  left.wait();
}

TEST(Workers, take_nothing_more_once_stopped) {
  Workers workers(2, 10);
  workers.stop();
  EXPECT_FALSE(workers.submit(task([] {}), Queueing::always));
}

}  // namespace throughline::web::http
