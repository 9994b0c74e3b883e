#include "text/characters.hpp"

#include <algorithm>

namespace throughline::text {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

std::size_t length_from(unsigned char first) {
  if (first >= 0xF0 && first <= 0xF4) return 4;
  if (first >= 0xE0) return first < 0xF0 ? 3 : 1;
  return first >= 0xC2 ? 2 : 1;
}

bool continues(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const unsigned char first = byte_at(text, at);
  const std::size_t length = length_from(first);
  if (first < 0x80) return {first, 1};
  // A byte that starts nothing is no character: never taken for the space or letter of its value.
  if (length == 1 || at + length > text.size()) return {0xFFFD, 1};
  char32_t code = first & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned char next = byte_at(text, at + i);
    if (!continues(next)) return {0xFFFD, 1};
    code = (code << 6) | (next & 0x3Fu);
  }
  return {code, length};
}

Character character_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return {};
  for (std::size_t back = std::min<std::size_t>(4, at); back > 1; --back) {
    const Character found = character_at(text, at - back);
    if (found.length == back) return found;
  }
  return character_at(text, at - 1);
}

bool is_space(char32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0x202F ||
         (code >= 0x2000 && code <= 0x200B) || code == 0x3000 || code == 0xFEFF;
}

bool is_digit(char32_t code) {
  return code >= '0' && code <= '9';
}

bool is_upper(char32_t code) {
  return (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7);
}

bool is_lower(char32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 0xDF && code <= 0xFF && code != 0xF7);
}

bool is_letter(char32_t code) {
  return is_upper(code) || is_lower(code) || (code >= 0x100 && code < 0x2000 && !is_space(code)) ||
         (code >= 0x2C00 && code < 0x3000) || (code > 0x3000 && code < 0xE000);
}

bool is_opening_quote(char32_t code) {
  return code == '"' || code == '\'' || code == 0x2018 || code == 0x201C || code == 0xAB;
}

bool is_closing_quote(char32_t code) {
  return code == '"' || code == '\'' || code == 0x2019 || code == 0x201D || code == 0xBB;
}

bool is_apostrophe(char32_t code) {
  return code == '\'' || code == 0x2019 || code == 0x2018;
}

bool is_dash(char32_t code) {
  return code == '-' || (code >= 0x2010 && code <= 0x2015);
}

std::string_view trimmed(std::string_view text) {
  std::size_t start = 0;
  while (start < text.size()) {
    const Character next = character_at(text, start);
    if (!is_space(next.code)) break;
    start += next.length;
  }
  std::size_t end = text.size();
  while (end > start) {
    const Character last = character_before(text, end);
    if (!is_space(last.code)) break;
    end -= last.length;
  }
  return text.substr(start, end - start);
}

std::string tidied(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character_at(text, at);
    if (is_space(next.code)) {
      if (!result.empty() && result.back() != ' ') result += ' ';
    } else {
      result += text.substr(at, next.length);
    }
    at += next.length;
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

std::string folded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character_at(text, at);
    if (next.code >= 'A' && next.code <= 'Z') {
      result += static_cast<char>(next.code - 'A' + 'a');
    } else if (next.code == 0x2018 || next.code == 0x2019) {
      result += '\'';
    } else if (next.code == 0x201C || next.code == 0x201D) {
      result += '"';
    } else if (next.length > 1 && is_dash(next.code)) {
      result += '-';
    } else {
      result += text.substr(at, next.length);
    }
    at += next.length;
  }
  return result;
}

}  // namespace throughline::text
