#pragma once

// Taking turns at the one connection that writes. A thread that asks for a turn inside its own turn
// would wait for ever: it is told so instead.

#include "store/database.hpp"

#include <atomic>
#include <mutex>
#include <thread>

namespace throughline::store {

struct Turns {
  // Throws in the thread that has the turn.
  void check_not_inside() const {
    if (holder != std::this_thread::get_id()) return;
    throw DatabaseError("a transaction was begun inside another; pass the reader or writer on");
  }

  std::mutex mutex;
  std::atomic<std::thread::id> holder;
};

class Turn {
 public:
  explicit Turn(Turns& turns) : turns_(turns) {
    turns_.check_not_inside();
    turns_.mutex.lock();
    turns_.holder = std::this_thread::get_id();
  }
  ~Turn() {
    turns_.holder = std::thread::id();
    turns_.mutex.unlock();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  Turns& turns_;
};

}  // namespace throughline::store
