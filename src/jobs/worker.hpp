#pragma once

// Work that the program does by itself while it serves: every so often, on a thread of its own. A
// round that throws is written to the log, and the next one comes as if nothing had been.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace throughline::jobs {

class Worker {
 public:
  // The first round begins at once. `round` is told how to ask whether it should stop.
  using Round = std::function<void(const std::function<bool()>& stopping)>;
  Worker(std::string name, std::chrono::milliseconds every, Round round);
  // Waits for the round under way.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

 private:
  void run();
  [[nodiscard]] bool stopping();

  std::string name_;
  std::chrono::milliseconds every_;
  Round round_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace throughline::jobs
