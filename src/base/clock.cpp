#include "base/clock.hpp"

#include "base/date.hpp"
#include "base/digits.hpp"

#include <fmt/format.h>

namespace throughline::base {

Instant SystemClock::now() const {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string to_text(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", to_text(Date{day}), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

Result<Instant> instant_from_text(std::string_view text) {
  const auto refused = [&] {
    return refuse(ErrorKind::invalid, fmt::format("\"{}\" is not a time such as "
                                                  "2026-11-24T06:34:17.123Z",
                                                  text));
  };
  if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text[19] != '.' || text[23] != 'Z') {
    return refused();
  }
  const auto date = date_from_text(text.substr(0, 10));
  const auto hours = digits(text.substr(11, 2));
  const auto minutes = digits(text.substr(14, 2));
  const auto seconds = digits(text.substr(17, 2));
  const auto milliseconds = digits(text.substr(20, 3));
  if (!date || !hours || !minutes || !seconds || !milliseconds || *hours > 23 || *minutes > 59 ||
      *seconds > 59) {
    return refused();
  }
  return Instant{std::chrono::sys_days{*date} + std::chrono::hours{*hours} +
                 std::chrono::minutes{*minutes} + std::chrono::seconds{*seconds} +
                 std::chrono::milliseconds{*milliseconds}};
}

}  // namespace throughline::base
