#include "templates/convert.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace throughline::templates {
namespace {

constexpr std::string_view white_space = " \t\n\r\f\v";

double number_in(std::string_view text) {
  const auto start = text.find_first_not_of(white_space);
  if (start == std::string_view::npos) return 0;
  text = text.substr(start, text.find_last_not_of(white_space) - start + 1);
  if (text.front() == '+') text.remove_prefix(1);
  double number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = problem == std::errc() && end == text.data() + text.size();
  return whole ? number : std::numeric_limits<double>::quiet_NaN();
}

std::string_view escape_of(char byte) noexcept {
  switch (byte) {
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\\':
      return "&#92;";
    default:
      return {};
  }
}

bool starts_character(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

// Characters outside the basic plane take two UTF-16 units.
std::size_t units_of(char byte) noexcept {
  return static_cast<unsigned char>(byte) >= 0xF0 ? 2 : 1;
}

}  // namespace

std::string text_of(const Value& value) {
  std::string text;
  switch (value.kind()) {
    case Value::Kind::undefined:
      return "undefined";
    case Value::Kind::null:
      return "null";
    case Value::Kind::boolean:
      return value.as_boolean() ? "true" : "false";
    case Value::Kind::number:
      append_number(text, value.as_number());
      return text;
    case Value::Kind::text:
    case Value::Kind::safe:
      return std::string(value.as_text());
    case Value::Kind::list:
      for (const auto& item : value.as_list()) {
        if (&item != &value.as_list().front()) text += ',';
        if (!is_absent(item)) text += text_of(item);
      }
      return text;
    case Value::Kind::fields:
      throw std::logic_error("named fields cannot be printed: print one of them");
  }
  return text;
}

void append_number(std::string& out, double number) {
  std::array<char, 64> digits;
  const double size = std::fabs(number);
  if (std::isnan(number)) {
    out += "NaN";
  } else if (std::isinf(number)) {
    out += number < 0 ? "-Infinity" : "Infinity";
  } else if (size < 1e15 && number == std::trunc(number)) {
    const auto end = std::to_chars(digits.begin(), digits.end(), static_cast<long long>(number));
    out.append(digits.begin(), end.ptr);
  } else {
    const bool plain = size >= 1e-6 && size < 1e21;
    const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(digits.begin(), digits.end(), number, format);
    out.append(digits.begin(), end.ptr);
  }
}

double number_of(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::null:
      return 0;
    case Value::Kind::boolean:
      return value.as_boolean() ? 1 : 0;
    case Value::Kind::number:
      return value.as_number();
    case Value::Kind::text:
    case Value::Kind::safe:
      return number_in(value.as_text());
    default:
      return std::numeric_limits<double>::quiet_NaN();
  }
}

bool is_textual(const Value& value) noexcept {
  return value.kind() == Value::Kind::text || value.kind() == Value::Kind::safe;
}

bool is_absent(const Value& value) noexcept {
  return value.kind() == Value::Kind::undefined || value.kind() == Value::Kind::null;
}

const char* kind_name(const Value& value) noexcept {
  switch (value.kind()) {
    case Value::Kind::undefined:
      return "nothing (undefined)";
    case Value::Kind::null:
      return "nothing (null)";
    case Value::Kind::boolean:
      return "true or false";
    case Value::Kind::number:
      return "a number";
    case Value::Kind::text:
      return "text";
    case Value::Kind::safe:
      return "markup";
    case Value::Kind::list:
      return "a list";
    case Value::Kind::fields:
      return "named fields";
  }
  return "";
}

void append_escaped(std::string& out, std::string_view text) {
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto escape = escape_of(text[at]);
    if (escape.empty()) continue;
    out.append(text, written, at - written);
    out += escape;
    written = at + 1;
  }
  out.append(text, written);
}

std::size_t length_of_text(std::string_view text) noexcept {
  std::size_t length = 0;
  for (const char byte : text) {
    if (starts_character(byte)) length += units_of(byte);
  }
  return length;
}

std::size_t bytes_of(std::string_view text, std::size_t count) noexcept {
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!starts_character(text[at])) continue;
    length += units_of(text[at]);
    if (length > count) return at;
  }
  return text.size();
}

}  // namespace throughline::templates
