#include "templates/convert.hpp"
#include "templates/filters.hpp"

#include <cmath>

namespace throughline::templates::filters {
namespace {

constexpr std::string_view white_space = " \t\n\r\f\v";

// Text to work on; nothing, null and false are empty text.
std::string_view text_or_empty(Place place, const Value& value, const char* filter) {
  if (is_textual(value)) return value.as_text();
  if (is_absent(value) || (value.kind() == Value::Kind::boolean && !value.as_boolean())) return {};
  throw TemplateError(place, std::string(filter) + " needs text, not " + kind_name(value));
}

std::string_view text_only(Place place, const Value& value, const char* filter) {
  if (is_textual(value)) return value.as_text();
  throw TemplateError(place, std::string(filter) + " needs text, not " + kind_name(value));
}

// Safe where the value it was made from is.
Value as_safe_as(const Value& value, std::string text) {
  return value.kind() == Value::Kind::safe ? Value::safe(std::move(text)) : Value(std::move(text));
}

char lower_letter(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}
char upper_letter(char byte) {
  return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
}

std::string lowered(std::string_view text) {
  std::string changed(text);
  for (char& byte : changed) byte = lower_letter(byte);
  return changed;
}

std::string replaced(std::string_view text, std::string_view old, std::string_view with,
                     double most) {
  std::string changed;
  std::size_t from = 0;
  for (double count = 0; most < 0 || count < most; ++count) {
    const auto found = text.find(old, from);
    if (found == std::string_view::npos) break;
    changed.append(text, from, found - from).append(with);
    from = found + old.size();
  }
  return changed.append(text, from);
}

}  // namespace

Value capitalize(Place place, const Value& value) {
  std::string text = lowered(text_or_empty(place, value, "capitalize"));
  if (!text.empty()) text.front() = upper_letter(text.front());
  return as_safe_as(value, std::move(text));
}

Value indent(Place place, const Value& value, const Value& width, const Value& first) {
  const auto text = text_or_empty(place, value, "indent");
  if (text.empty()) return Value(std::string());
  const std::string spaces(width.truthy() ? static_cast<std::size_t>(number_of(width)) : 4, ' ');
  std::string indented = first.truthy() ? spaces : std::string();
  indented += replaced(text, "\n", "\n" + spaces, -1);
  return as_safe_as(value, std::move(indented));
}

Value line_breaks(Place place, const Value& value) {
  if (is_absent(value)) return Value(std::string());
  const auto text = replaced(text_only(place, value, "nl2br"), "\r\n", "\n", -1);
  return as_safe_as(value, replaced(text, "\n", "<br />\n", -1));
}

Value lower(Place place, const Value& value) {
  return Value(lowered(text_or_empty(place, value, "lower")));
}

Value replace(Place place, const Value& value, const Value& old, const Value& with,
              const Value& most) {
  if (!is_textual(value) && value.kind() != Value::Kind::number) return value;
  const std::string text = text_of(value);
  const std::string sought = text_of(old);
  if (sought.empty()) throw TemplateError(place, "replace needs something to look for");
  const double count = most.defined() ? number_of(most) : -1;
  return as_safe_as(value, replaced(text, sought, text_of(with), count));
}

Value title(Place place, const Value& value) {
  std::string text = lowered(text_or_empty(place, value, "title"));
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at == 0 || text[at - 1] == ' ') text[at] = upper_letter(text[at]);
  }
  return as_safe_as(value, std::move(text));
}

Value trim(Place place, const Value& value) {
  const auto text = text_only(place, value, "trim");
  const auto start = text.find_first_not_of(white_space);
  if (start == std::string_view::npos) return as_safe_as(value, {});
  const auto end = text.find_last_not_of(white_space);
  return as_safe_as(value, std::string(text.substr(start, end - start + 1)));
}

Value truncate(Place place, const Value& value, const Value& length, const Value& inside_words,
               const Value& end) {
  const auto text = text_or_empty(place, value, "truncate");
  const auto most = length.truthy() ? static_cast<std::size_t>(number_of(length)) : 255;
  if (length_of_text(text) <= most) return value.defined() ? value : Value(std::string());
  auto kept = text.substr(0, bytes_of(text, most));
  if (!inside_words.truthy()) {
    const auto space = text.rfind(' ', kept.size());
    if (space != std::string_view::npos) kept = text.substr(0, space);
  }
  return as_safe_as(value, std::string(kept) + (is_absent(end) ? "..." : text_of(end)));
}

Value upper(Place place, const Value& value) {
  std::string text(text_or_empty(place, value, "upper"));
  for (char& byte : text) byte = upper_letter(byte);
  return Value(std::move(text));
}

Value word_count(Place place, const Value& value) {
  const auto text = text_or_empty(place, value, "wordcount");
  std::size_t count = 0;
  bool inside = false;
  for (const char byte : text) {
    const bool space = white_space.find(byte) != std::string_view::npos;
    if (!space && !inside) ++count;
    inside = !space;
  }
  return Value(count);
}

}  // namespace throughline::templates::filters
