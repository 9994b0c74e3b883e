#include "web/http/workers.hpp"

#include <algorithm>
#include <utility>

namespace throughline::web::http {

Workers::Workers(int threads, std::size_t max_waiting) : max_waiting_(max_waiting) {
  for (int i = 0; i < std::max(threads, 1); ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
  stop();
}

bool Workers::submit(std::shared_ptr<Task> task, Queueing queueing) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return false;
    if (queueing == Queueing::bounded && waiting_.size() >= max_waiting_) return false;
    waiting_.push_back(std::move(task));
    if (!watching_ || queue_stands_still()) call_another();
  }
  return true;
}

void Workers::stop() {
  std::deque<std::shared_ptr<Task>> forgotten;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    forgotten.swap(waiting_);
  }
  changed_.notify_all();
  for (auto& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

bool Workers::queue_stands_still() const {
  constexpr std::chrono::microseconds moment(400);
  return active_ == 0 || std::chrono::steady_clock::now() - last_taken_ > moment;
}

void Workers::call_another() {
  if (called_ || idle_ == 0) return;
  called_ = true;
  changed_.notify_one();
}

void Workers::run_next(std::unique_lock<std::mutex>& lock) {
  std::shared_ptr<Task> task = std::move(waiting_.front());
  waiting_.pop_front();
  last_taken_ = std::chrono::steady_clock::now();
  ++active_;
  if (!waiting_.empty() && !watching_) call_another();
  lock.unlock();
  task->run();
  task.reset();
  lock.lock();
  --active_;
}

void Workers::work() {
  // A watch is kept up for a while after the last need of it, so that it is seldom begun.
  constexpr int long_watch = 50;
  constexpr std::chrono::microseconds glance(500);
  std::unique_lock lock(mutex_);
  bool running = false;
  int watch = 0;
  while (!stopping_) {
    if (!waiting_.empty() && (running || queue_stands_still())) {
      run_next(lock);
      running = true;
      continue;
    }
    running = false;
    ++idle_;
    if (!watching_ && (watch > 0 || !waiting_.empty())) {
      watching_ = true;
      changed_.wait_for(lock, glance);
      watching_ = false;
      watch = waiting_.empty() ? watch - 1 : long_watch;
    } else {
      changed_.wait(lock);
      watch = long_watch;
    }
    called_ = false;
    --idle_;
  }
}

}  // namespace throughline::web::http
