#include "judge/checks.hpp"

#include <algorithm>

namespace throughline::judge {

std::string trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n\v\f";
  const std::size_t first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(white) - first + 1);
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    result += text[at];
  }
  return result;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void Checks::problem(std::string field, std::string message) {
  problems_.push_back({std::move(field), std::move(message)});
}

void Checks::text(const std::string& field, const std::string& what, const std::string& value,
                  std::size_t least, std::size_t most) {
  const std::size_t length = characters(value);
  if (length == 0 && least > 0) {
    problem(field, "Enter " + what);
  } else if (length < least) {
    problem(field, "Say more: " + what + " must be at least " + std::to_string(least) +
                       " characters, and is " + std::to_string(length));
  } else if (length > most) {
    problem(field, "Shorten " + what + " to " + std::to_string(most) +
                       " characters or fewer; it is " + std::to_string(length));
  }
}

std::optional<base::Date> Checks::date(const std::string& field, const std::string& what,
                                       const std::string& value) {
  if (value.empty()) return std::nullopt;
  auto date = base::date_from_text(value);
  if (!date) {
    problem(field, what + " must be a real date, like 27 3 2026");
    return std::nullopt;
  }
  return *date;
}

std::optional<base::Date> Checks::past_date(const std::string& field, const std::string& what,
                                            const std::string& value, base::Date today) {
  const auto given = date(field, what, value);
  if (given && *given > today) {
    problem(field, what + " must be today or in the past");
    return std::nullopt;
  }
  return given;
}

}  // namespace throughline::judge
