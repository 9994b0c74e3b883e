#include "web/http/words.hpp"

#include <algorithm>
#include <utility>

namespace throughline::web::http {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_token_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

// Takes a quoted string off the front of `text`; nothing when the quote stays open.
std::optional<std::string> take_quoted(std::string_view& text) {
  std::string content;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      text.remove_prefix(i + 1);
      return content;
    }
    const bool escape =
        text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\');
    content += text[escape ? ++i : i];
  }
  return std::nullopt;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

std::string lower_case(std::string_view ascii) {
  std::string result(ascii);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool same_word(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::optional<Parameters> read_parameters(std::string_view header) {
  Parameters parameters;
  std::size_t end = std::min(header.find(';'), header.size());
  parameters.value = lower_case(trimmed(header.substr(0, end)));
  header.remove_prefix(end);
  while (!header.empty()) {
    header = trimmed(header.substr(1));
    if (header.empty()) break;
    const std::size_t equals = header.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    std::string name = lower_case(trimmed(header.substr(0, equals)));
    if (!is_token(name)) return std::nullopt;
    header = trimmed(header.substr(equals + 1));
    std::string value;
    if (header.starts_with('"')) {
      auto quoted = take_quoted(header);
      if (!quoted) return std::nullopt;
      value = std::move(*quoted);
      header = trimmed(header);
      if (!header.empty() && header.front() != ';') return std::nullopt;
    } else {
      end = std::min(header.find(';'), header.size());
      value = trimmed(header.substr(0, end));
      header.remove_prefix(end);
    }
    if (!parameters.named.try_emplace(std::move(name), std::move(value)).second) {
      return std::nullopt;
    }
  }
  return parameters;
}

}  // namespace throughline::web::http
