#pragma once

// Where unguessable and merely unique text comes from. Passed in, so that the demo council and the
// tests can be reproduced from a seed.

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace throughline::base {

class Random {
 public:
  virtual ~Random() = default;
  // `bytes` random bytes.
  [[nodiscard]] virtual std::string bytes(std::size_t count) = 0;
};

// The system's cryptographic source.
class SystemRandom final : public Random {
 public:
  [[nodiscard]] std::string bytes(std::size_t count) override;
};

// The same bytes for the same seed. Never for secrets of a live council.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
  [[nodiscard]] std::string bytes(std::size_t count) override;

 private:
  std::mt19937_64 engine_;
};

// A receipt that nobody can guess and a person can read out: "7KQ4-MX2P-9HRD-3FGT", 80 bits in
// Crockford's alphabet (no I, L, O or U).
[[nodiscard]] std::string new_receipt(Random& random);
// What a person typed, as new_receipt would have written it: case, spaces, dashes and the letters
// that look like digits are forgiven. Empty when it cannot be a receipt.
[[nodiscard]] std::string tidy_receipt(std::string_view typed);

// 256 bits as hexadecimal, for sessions and forms.
[[nodiscard]] std::string new_token(Random& random);
[[nodiscard]] std::string sha256_hex(std::string_view bytes);
[[nodiscard]] std::string to_hex(std::string_view bytes);

}  // namespace throughline::base
