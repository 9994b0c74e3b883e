#pragma once

// The threads that run handlers, and the queue before them. Bounded: when more waits than can be
// served soon, it is kinder to say so at once.
//
// Threads are woken sparingly. A page takes less time than waking a thread does, so while the queue
// moves, one thread goes on taking from it; another joins in when nothing has been taken for a
// moment, which one thread at a time watches for. Measured with a thread woken for every request,
// four workers on two cores answered half as many.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace throughline::web::http {

class Task {
 public:
  virtual ~Task() = default;
  virtual void run() = 0;  // must not throw
};

enum class Queueing { bounded, always };

class Workers {
 public:
  Workers(int threads, std::size_t max_waiting);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // False when the queue is full; never with Queueing::always, which is for answers half sent.
  [[nodiscard]] bool submit(std::shared_ptr<Task> task, Queueing queueing);
  // Forgets what waits, and returns when what runs has ended.
  void stop();

 private:
  void work();
  void run_next(std::unique_lock<std::mutex>& lock);
  void call_another();  // unless one is on its way already
  [[nodiscard]] bool queue_stands_still() const;

  std::size_t max_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Task>> waiting_;
  std::chrono::steady_clock::time_point last_taken_;
  int active_ = 0;
  int idle_ = 0;
  bool watching_ = false;
  bool called_ = false;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace throughline::web::http
