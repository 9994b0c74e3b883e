#include "demo/dice.hpp"

#include <numeric>

namespace throughline::demo {
namespace {

// splitmix64: small state, so that every case can have dice of its own.
std::uint64_t scramble(std::uint64_t z) {
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31U);
}

constexpr std::uint64_t stride = 0x9e3779b97f4a7c15ULL;

}  // namespace

std::uint64_t seed_for(std::uint64_t seed, std::string_view part, std::uint64_t number) {
  std::uint64_t mixed = scramble(seed + stride);
  for (const char letter : part) {
    mixed = scramble(mixed ^ static_cast<unsigned char>(letter)) + stride;
  }
  return scramble(mixed ^ scramble(number + stride));
}

std::uint64_t Dice::roll() {
  state_ += stride;
  return scramble(state_);
}

double Dice::share() {
  return static_cast<double>(roll() >> 11U) * 0x1.0p-53;
}

int Dice::from(int least, int most) {
  return least + static_cast<int>(roll() % static_cast<std::uint64_t>(most - least + 1));
}

double Dice::stray() {
  while (true) {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += share();
    if (sum > -2 && sum < 2) return sum;
  }
}

std::size_t Dice::weighed(const std::vector<double>& weights) {
  double left = share() * std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
    left -= weights[i];
    if (left < 0) return i;
  }
  return weights.size() - 1;
}

}  // namespace throughline::demo
