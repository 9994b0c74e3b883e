#include "jobs/worker.hpp"

#include <spdlog/spdlog.h>
#include <utility>

namespace throughline::jobs {

Worker::Worker(std::string name, std::chrono::milliseconds every, Round round)
    : name_(std::move(name)), every_(every), round_(std::move(round)), thread_([this] { run(); }) {}

Worker::~Worker() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

bool Worker::stopping() {
  const std::scoped_lock lock(mutex_);
  return stopping_;
}

void Worker::run() {
  for (;;) {
    try {
      round_([this] { return stopping(); });
    } catch (const std::exception& broken) {
      spdlog::error("{}: {}", name_, broken.what());
    }
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, every_, [this] { return stopping_; });
    if (stopping_) return;
  }
}

}  // namespace throughline::jobs
