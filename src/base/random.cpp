#include "base/random.hpp"

#include <sodium.h>
#include <stdexcept>

namespace throughline::base {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t receipt_letters = 16;

std::string in_groups(std::string_view letters) {
  std::string receipt;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i > 0 && i % 4 == 0) receipt += '-';
    receipt += letters[i];
  }
  return receipt;
}

}  // namespace

std::string SystemRandom::bytes(std::size_t count) {
  if (sodium_init() < 0) throw std::runtime_error("the system's random source did not start");
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string SeededRandom::bytes(std::size_t count) {
  std::string bytes(count, '\0');
  for (auto& byte : bytes) byte = static_cast<char>(engine_() & 0xff);
  return bytes;
}

std::string new_receipt(Random& random) {
  std::string letters;
  // Five bits of each byte: every letter is equally likely.
  for (const char byte : random.bytes(receipt_letters)) {
    letters += alphabet[static_cast<unsigned char>(byte) & 31U];
  }
  return in_groups(letters);
}

std::string tidy_receipt(std::string_view typed) {
  std::string letters;
  for (char letter : typed) {
    if (letter == '-' || letter == ' ' || letter == '\t') continue;
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    if (letter == 'O') letter = '0';
    if (letter == 'I' || letter == 'L') letter = '1';
    if (alphabet.find(letter) == std::string_view::npos) return "";
    letters += letter;
    if (letters.size() > receipt_letters) return "";
  }
  return letters.size() == receipt_letters ? in_groups(letters) : "";
}

std::string new_token(Random& random) {
  return to_hex(random.bytes(32));
}

std::string sha256_hex(std::string_view bytes) {
  std::string hash(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return to_hex(hash);
}

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(bytes.size() * 2);
  for (const char byte : bytes) {
    hex += digits[static_cast<unsigned char>(byte) >> 4U];
    hex += digits[static_cast<unsigned char>(byte) & 15U];
  }
  return hex;
}

}  // namespace throughline::base
