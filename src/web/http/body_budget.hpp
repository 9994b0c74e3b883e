#pragma once

// How many bytes of bodies may be held at once, in memory and in temporary files, over all
// connections: each is bounded by itself, but thousands of strangers together could fill the disk.

#include <atomic>
#include <cstdint>

namespace throughline::web::http {

class BodyBudget {
 public:
  explicit BodyBudget(std::uint64_t most) : most_(most) {}
  // False, and nothing taken, when there is not so much left.
  [[nodiscard]] bool take(std::uint64_t bytes) {
    if (taken_.fetch_add(bytes) + bytes <= most_) return true;
    give_back(bytes);
    return false;
  }
  void give_back(std::uint64_t bytes) { taken_ -= bytes; }
  [[nodiscard]] std::uint64_t taken() const { return taken_; }

 private:
  std::uint64_t most_;
  std::atomic<std::uint64_t> taken_ = 0;
};

}  // namespace throughline::web::http
