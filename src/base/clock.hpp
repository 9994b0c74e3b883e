#pragma once

// Time as the product knows it: instants in UTC, to the millisecond. Code that needs the time is
// given a Clock, so that any figure can be reproduced as at a date.

#include "base/result.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace throughline::base {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

// A clock that stands still until it is set; for tests and for the demo council.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant at) : at_(at) {}
  [[nodiscard]] Instant now() const override { return at_; }
  void set(Instant at) { at_ = at; }

 private:
  Instant at_;
};

// "2026-11-24T06:34:17.123Z": always this width, so that text order is time order.
[[nodiscard]] std::string to_text(Instant instant);
[[nodiscard]] Result<Instant> instant_from_text(std::string_view text);

}  // namespace throughline::base
