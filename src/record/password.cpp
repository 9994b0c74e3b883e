#include "record/password.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <new>
#include <sodium.h>
#include <stdexcept>

namespace throughline::record {

namespace {

constexpr std::size_t shortest = 12;
constexpr std::size_t longest = 1000;

// Long passwords that people choose when they are told to choose a long one, as they are once
// letters are in lower case and everything else is left out.
constexpr std::array<std::string_view, 24> common = {
    "password",         "passwordpassword", "passphrase",      "letmein",
    "letmeinplease",    "iloveyou",         "welcome",         "welcomeback",
    "changeme",         "changemeplease",   "administrator",   "adminadmin",
    "qwertyuiop",       "qwertyqwerty",     "asdfghjkl",       "throughline",
    "council",          "socialcare",       "adultsocialcare", "correcthorsebatterystaple",
    "thisismypassword", "mypassword",       "sunshine",        "liverpoolfootballclub"};

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lowered;
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const unsigned char c : text) {
    if (std::isalpha(c) != 0 || c >= 0x80) letters += static_cast<char>(std::tolower(c));
  }
  return letters;
}

// Characters, not bytes: every byte but those that continue one.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// "aaaaaaaaaaaa", "123456789012", "abcabcabcabc": each character follows from those before.
bool has_a_simple_pattern(std::string_view text) {
  for (std::size_t period = 1; period <= 4; ++period) {
    bool repeats = true;
    for (std::size_t i = period; i < text.size() && repeats; ++i) {
      repeats = text[i] == text[i - period];
    }
    if (repeats) return true;
  }
  std::size_t steps = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const int step = text[i] - text[i - 1];
    if (step == 1 || step == -1 || step == -9 || step == 9) ++steps;
  }
  return steps + 2 >= text.size();
}

std::string hash_with(std::string_view password, const PasswordCost& cost) {
  std::array<char, crypto_pwhash_STRBYTES> out{};
  if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), cost.passes, cost.memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::bad_alloc();
  }
  return out.data();
}

}  // namespace

Passwords::Passwords(PasswordCost cost) : cost_(cost) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
  nobody_ = hash_with("nobody signs in with this", cost_);
}

std::string Passwords::hash(std::string_view password) const {
  return hash_with(password, cost_);
}

bool Passwords::matches(const std::string& hash, std::string_view password) const {
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void Passwords::match_nobody(std::string_view password) const {
  static_cast<void>(matches(nobody_, password));
}

std::optional<std::string> password_problem(std::string_view password, std::string_view email) {
  if (password.empty()) return "Enter a password";
  if (length_of(password) < shortest) return "Password must be 12 characters or more";
  if (password.size() > longest) return "Password must be 1,000 characters or fewer";
  const auto letters = letters_of(password);
  const bool is_common = std::ranges::find(common, letters) != common.end();
  if (is_common || has_a_simple_pattern(password)) {
    return "Password is too easy to guess. Use three or more words that do not belong together";
  }
  const auto name = lower(email.substr(0, email.find('@')));
  if (name.size() >= 3 && lower(password).find(name) != std::string::npos) {
    return "Password must not contain your email address";
  }
  return std::nullopt;
}

}  // namespace throughline::record
