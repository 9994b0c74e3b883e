#include "web/guess_limit.hpp"

#include <algorithm>
#include <chrono>

namespace throughline::web {

GuessLimit::Tries GuessLimit::now_left(const Tries& tries, base::Instant now) const {
  const std::chrono::duration<double, std::ratio<60>> minutes = now - tries.at;
  return {std::min(rate_.most, tries.left + std::max(0.0, minutes.count()) * rate_.a_minute), now};
}

bool GuessLimit::may_try(const std::string& address, base::Instant now) {
  const std::lock_guard lock(turn_);
  const auto found = addresses_.find(address);
  return found == addresses_.end() || now_left(found->second, now).left >= 1.0;
}

void GuessLimit::was_wrong(const std::string& address, base::Instant now) {
  const std::lock_guard lock(turn_);
  if (!addresses_.contains(address) && addresses_.size() >= most_addresses_) {
    addresses_.erase(std::ranges::min_element(addresses_, {},
                                              [](const auto& entry) { return entry.second.at; }));
  }
  auto& tries = addresses_.try_emplace(address, Tries{rate_.most, now}).first->second;
  tries = now_left(tries, now);
  tries.left = std::max(0.0, tries.left - 1.0);
}

}  // namespace throughline::web
