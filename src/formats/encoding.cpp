#include "formats/encoding.hpp"

#include <array>
#include <cstdint>

namespace throughline::formats {
namespace {

constexpr std::array<std::uint16_t, 32> upper_controls = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append_utf8(std::string& out, std::uint16_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

struct Sequence {
  std::size_t length;
  unsigned char lowest_second;
  unsigned char highest_second;
};

// What may follow a first byte; length 0 when it cannot stand first. The bounds on the second byte
// are what shuts out overlong forms, surrogates and code points that do not exist.
Sequence sequence_of(unsigned char first) {
  if (first < 0x80) return {1, 0, 0};
  if (first >= 0xC2 && first <= 0xDF) return {2, 0x80, 0xBF};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED) return {3, 0x80, 0x9F};
  if (first >= 0xE1 && first <= 0xEF) return {3, 0x80, 0xBF};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  if (first >= 0xF1 && first <= 0xF3) return {4, 0x80, 0xBF};
  if (first == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  for (std::size_t i = 0; i < bytes.size();) {
    const Sequence sequence = sequence_of(at(i));
    if (sequence.length == 0 || bytes.size() - i < sequence.length) return false;
    if (sequence.length > 1 &&
        (at(i + 1) < sequence.lowest_second || at(i + 1) > sequence.highest_second))
      return false;
    for (std::size_t next = 2; next < sequence.length; ++next)
      if ((at(i + next) & 0xC0) != 0x80) return false;
    i += sequence.length;
  }
  return true;
}

std::string utf8_from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    append_utf8(out, code >= 0x80 && code < 0xA0 ? upper_controls[code - 0x80] : code);
  }
  return out;
}

}  // namespace throughline::formats
