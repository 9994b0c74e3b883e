#pragma once

// Chance that can be had again: the same seed gives the same rolls on every machine. For inventing
// only; never for anything that must not be guessed.

#include <cstdint>
#include <string_view>
#include <vector>

namespace throughline::demo {

// A seed of its own for a part of what is made ("cases", 17), so that a change in one part does not
// roll the others anew.
[[nodiscard]] std::uint64_t seed_for(std::uint64_t seed, std::string_view part,
                                     std::uint64_t number = 0);

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  [[nodiscard]] std::uint64_t roll();
  // From 0 up to, not including, 1.
  [[nodiscard]] double share();
  [[nodiscard]] bool chance(double likely) { return share() < likely; }
  // Both ends included.
  [[nodiscard]] int from(int least, int most);
  // About as the bell curve: mean 0, deviation 1, never beyond 2.
  [[nodiscard]] double stray();
  // An index, each as likely as its weight.
  [[nodiscard]] std::size_t weighed(const std::vector<double>& weights);

  template <typename T>
  [[nodiscard]] const T& pick(const std::vector<T>& from_these) {
    return from_these.at(static_cast<std::size_t>(roll() % from_these.size()));
  }

 private:
  std::uint64_t state_;
};

}  // namespace throughline::demo
