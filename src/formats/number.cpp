#include "formats/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace throughline::formats {
namespace {

constexpr std::string_view pound_sign = "\u00A3";
constexpr std::string_view minus_sign = "\u2212";
constexpr std::size_t longest = 40;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  const auto first = text.find_first_not_of(spaces);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

bool take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

// The whole part without its commas; nothing when a comma does not set thousands apart.
std::optional<std::string> without_commas(std::string_view whole) {
  std::string digits;
  std::size_t group = 0;
  bool grouped = false;
  for (const char c : whole) {
    if (c != ',') {
      digits += c;
      ++group;
      continue;
    }
    if (grouped ? group != 3 : group == 0 || group > 3) return std::nullopt;
    grouped = true;
    group = 0;
  }
  if (grouped && group != 3) return std::nullopt;
  return digits;
}

}  // namespace

base::Result<Number> number_from_text(std::string_view text) {
  const auto refuse = [] {
    return base::refuse(base::ErrorKind::invalid, "must be a number, like 12.5 or 1,234");
  };
  text = trimmed(text);
  if (text.empty() || text.size() > longest) return refuse();
  Number number;
  const bool negative = take(text, "-") || take(text, minus_sign);
  if (!negative) take(text, "+");
  if (take(text, pound_sign)) number.mark = NumberMark::pounds;
  if (text.ends_with('%') && number.mark == NumberMark::none) {
    number.mark = NumberMark::percent;
    text = trimmed(text.substr(0, text.size() - 1));
  }
  if (text.empty() || !(is_digit(text[0]) || text[0] == '.')) return refuse();
  const auto whole = text.substr(0, text.find_first_not_of("0123456789,"));
  const auto digits = without_commas(whole);
  if (!digits)
    return base::refuse(base::ErrorKind::invalid,
                        "must have commas only between thousands, and a full stop before decimals");
  const std::string plain = *digits + std::string(text.substr(whole.size()));
  const auto [end, error] =
      std::from_chars(plain.data(), plain.data() + plain.size(), number.value);
  if (error != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(number.value))
    return refuse();
  if (negative) number.value = -number.value;
  return number;
}

std::string to_text(double value) {
  // Never "-0": it is what subtraction leaves behind, not what anyone means.
  return fmt::format("{}", value == 0 ? 0.0 : value);
}

std::string to_grouped_text(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", value, decimals);
  if (text.find('.') != text.npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  if (text == "-0") text = "0";
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  for (std::size_t at = std::min(text.find('.'), text.size()); at > begin + 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

}  // namespace throughline::formats
