#pragma once

// Who may write at the same time within this program. First tries go side by side. A write that
// lost a race is run again alone: it waits for those under way, and those that come after wait for
// it, so that it cannot lose to them again.

#include <condition_variable>
#include <mutex>

namespace throughline::store {

class WriteGate {
 public:
  class SideBySide {
   public:
    explicit SideBySide(WriteGate& gate);
    ~SideBySide();
    SideBySide(const SideBySide&) = delete;
    SideBySide& operator=(const SideBySide&) = delete;

   private:
    WriteGate& gate_;
  };

  class Alone {
   public:
    explicit Alone(WriteGate& gate);
    ~Alone();
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;

   private:
    WriteGate& gate_;
  };

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int side_by_side_ = 0;
  int wanting_alone_ = 0;  // the one who is alone among them
  bool alone_ = false;
};

}  // namespace throughline::store
