#pragma once

// Slows down whoever tries one reference or password after another: so many wrong ones from a
// network address, then so many a minute. Kept in memory and bounded; it forgets the longest unused
// address first.

#include "base/clock.hpp"

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace throughline::web {

struct GuessRate {
  double most;      // wrong tries in one go
  double a_minute;  // given back
};

// A reference holds 80 random bits, so this keeps the log and the database quiet rather than the
// references safe.
inline constexpr GuessRate reference_guesses{10, 1};
// Everyone in a council's offices may come from one address; the lock of each account is stricter.
inline constexpr GuessRate password_guesses{60, 6};

class GuessLimit {
 public:
  explicit GuessLimit(GuessRate rate, std::size_t most_addresses = 10'000)
      : rate_(rate), most_addresses_(most_addresses) {}

  [[nodiscard]] bool may_try(const std::string& address, base::Instant now);
  void was_wrong(const std::string& address, base::Instant now);

 private:
  struct Tries {
    double left;
    base::Instant at;
  };
  [[nodiscard]] Tries now_left(const Tries& tries, base::Instant now) const;

  GuessRate rate_;
  std::size_t most_addresses_;
  std::mutex turn_;
  std::map<std::string, Tries> addresses_;
};

}  // namespace throughline::web
