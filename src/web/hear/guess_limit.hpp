#pragma once

// Slows down whoever tries one reference after another: ten wrong ones from an address, then one a
// minute. Kept in memory and bounded; it forgets the longest unused address first. A reference
// holds 80 random bits, so this keeps the log and the database quiet rather than the references
// safe.

#include "base/clock.hpp"

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace throughline::web {

class GuessLimit {
 public:
  explicit GuessLimit(std::size_t most_addresses = 10'000) : most_addresses_(most_addresses) {}

  [[nodiscard]] bool may_try(const std::string& address, base::Instant now);
  void was_wrong(const std::string& address, base::Instant now);

 private:
  struct Tries {
    double left;
    base::Instant at;
  };
  [[nodiscard]] Tries now_left(const Tries& tries, base::Instant now) const;

  std::size_t most_addresses_;
  std::mutex turn_;
  std::map<std::string, Tries> addresses_;
};

}  // namespace throughline::web
