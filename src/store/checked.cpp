#include "store/checked.hpp"

#include <cmath>

namespace throughline::store {

namespace {

// Bytes of the well-formed sequence that opens `text`; 0 when there is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const auto continues = [&](std::size_t at) {
    return at < text.size() && (byte(at) & 0xC0) == 0x80;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (!continues(1) || !continues(2)) return 0;
    // Overlong forms, and the halves of UTF-16 pairs, are not characters.
    if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F)) return 0;
    return 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (!continues(1) || !continues(2) || !continues(3)) return 0;
    if ((lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F)) return 0;
    return 4;
  }
  return 0;
}

}  // namespace

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

void check_parameters(const Values& parameters) {
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const std::string where = "parameter $" + std::to_string(i + 1);
    if (const auto* text = std::get_if<std::string>(&parameters[i])) {
      if (text->find('\0') != std::string::npos) {
        throw DatabaseError(where + " holds a NUL character, which cannot be stored");
      }
      if (!is_utf8(*text)) throw DatabaseError(where + " is not UTF-8 text");
    }
    const auto* real = std::get_if<double>(&parameters[i]);
    if (real && !std::isfinite(*real)) throw DatabaseError(where + " is not a finite number");
  }
}

}  // namespace throughline::store
