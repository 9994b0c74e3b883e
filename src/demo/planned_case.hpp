#pragma once

// One case of the demo council before it is made: when everything about it happens and what it is
// about. Its words are put together only when it comes in (words.hpp), so that a hundred thousand
// of them can be planned.

#include "demo/calendar.hpp"
#include "demo/script.hpp"
#include "hear/kinds.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::demo {

struct PlannedCase {
  std::uint64_t seed = 0;
  base::Instant received;
  std::optional<base::Instant> themed;  // none: not within the three years
  std::optional<base::Instant> looked_into;
  std::optional<base::Instant> closed;
  std::optional<base::Instant> reopened;  // and the second time that it was closed
  std::optional<base::Instant> closed_again;
  std::uint16_t theme = 0;  // index into VoicesScript::themes
  std::optional<std::uint16_t> second_theme;
  std::uint16_t service = 0;  // index into the theme's services
  Group group = Group::trouble;
  hear::Kind kind{};
  hear::Relationship relationship{};
  hear::Channel channel{};
  hear::Outcome outcome{};
  bool later = false;            // late enough for what is said only from a day on
  std::uint8_t officer = 0;      // 0 or 1
  const Whole* whole = nullptr;  // its words, when they are a whole message
};

// In the order in which they come in. The same seed, calendar and count give the same cases.
[[nodiscard]] std::vector<PlannedCase> plan_cases(const VoicesScript& voices,
                                                  const Calendar& calendar, std::uint64_t seed,
                                                  int count, bool with_whole);

}  // namespace throughline::demo
