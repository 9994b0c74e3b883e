#include "store/postgres/write_gate.hpp"

namespace throughline::store {

WriteGate::SideBySide::SideBySide(WriteGate& gate) : gate_(gate) {
  std::unique_lock lock(gate_.mutex_);
  gate_.changed_.wait(lock, [&] { return gate_.wanting_alone_ == 0; });
  ++gate_.side_by_side_;
}

WriteGate::SideBySide::~SideBySide() {
  {
    const std::lock_guard lock(gate_.mutex_);
    --gate_.side_by_side_;
  }
  gate_.changed_.notify_all();
}

WriteGate::Alone::Alone(WriteGate& gate) : gate_(gate) {
  std::unique_lock lock(gate_.mutex_);
  ++gate_.wanting_alone_;
  gate_.changed_.wait(lock, [&] { return gate_.side_by_side_ == 0 && !gate_.alone_; });
  gate_.alone_ = true;
}

WriteGate::Alone::~Alone() {
  {
    const std::lock_guard lock(gate_.mutex_);
    gate_.alone_ = false;
    --gate_.wanting_alone_;
  }
  gate_.changed_.notify_all();
}

}  // namespace throughline::store
