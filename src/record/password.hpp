#pragma once

// Passwords: kept as argon2id hashes and never otherwise. Which passwords are good enough, and how
// costly a guess is.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::record {

// Source: rfc-9106
struct PasswordCost {
  unsigned long long passes = 3;
  std::size_t memory = 64UL * 1024 * 1024;  // Units: bytes
};

class Passwords {
 public:
  explicit Passwords(PasswordCost cost = {});
  [[nodiscard]] std::string hash(std::string_view password) const;
  [[nodiscard]] bool matches(const std::string& hash, std::string_view password) const;
  // The same work as matches(), for nobody: so that a wrong address takes as long as a wrong
  // password.
  void match_nobody(std::string_view password) const;

 private:
  PasswordCost cost_;
  std::string nobody_;
};

// What is wrong with a new password, in words that say what to do; nothing when it will do. Length
// and being hard to guess count; kinds of characters do not.
// Source: nist-800-63b
[[nodiscard]] std::optional<std::string> password_problem(std::string_view password,
                                                          std::string_view email);

}  // namespace throughline::record
