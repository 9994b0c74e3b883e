#include "web/hear/guess_limit.hpp"

#include <algorithm>
#include <chrono>

namespace throughline::web {

namespace {

constexpr double most_tries = 10.0;
constexpr double tries_in_minute = 1.0;

}  // namespace

GuessLimit::Tries GuessLimit::now_left(const Tries& tries, base::Instant now) const {
  const std::chrono::duration<double, std::ratio<60>> minutes = now - tries.at;
  return {std::min(most_tries, tries.left + std::max(0.0, minutes.count()) * tries_in_minute), now};
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
  auto& tries = addresses_.try_emplace(address, Tries{most_tries, now}).first->second;
  tries = now_left(tries, now);
  tries.left = std::max(0.0, tries.left - 1.0);
}

}  // namespace throughline::web
