#include "web/http/url.hpp"

#include <cstdint>
#include <cstring>

namespace throughline::web::http {

using base::ErrorKind;
using base::refuse;

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

// The length of the well-formed sequence at `at`, or 0. Overlong forms, surrogates and what lies
// beyond U+10FFFF are not well formed.
std::size_t sequence_length(const unsigned char* at, std::size_t left) {
  const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return i < left && at[i] >= low && at[i] <= high;
  };
  const unsigned lead = at[0];
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return continues(1, low, high) && continues(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

bool is_utf8(std::string_view text) {
  const auto* at = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t left = text.size();
  while (left > 0) {
    std::uint64_t eight = 0;
    if (left >= sizeof eight) {
      std::memcpy(&eight, at, sizeof eight);
      if ((eight & 0x8080808080808080U) == 0) {
        at += sizeof eight;
        left -= sizeof eight;
        continue;
      }
    }
    const std::size_t length = sequence_length(at, left);
    if (length == 0) return false;
    at += length;
    left -= length;
  }
  return true;
}

base::Result<std::string> percent_decode(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
      if (high < 0 || low < 0) {
        return refuse(ErrorKind::invalid, "The address or form has a broken %-escape in it.");
      }
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus == Plus::space) {
      c = ' ';
    }
    if (c == '\0') return refuse(ErrorKind::invalid, "The address or form has a NUL byte in it.");
    decoded += c;
  }
  if (!is_utf8(decoded)) {
    return refuse(ErrorKind::invalid, "The address or form has text in it that is not UTF-8.");
  }
  return decoded;
}

std::string percent_encode(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += '%';
      encoded += digits[byte >> 4];
      encoded += digits[byte & 15];
    }
  }
  return encoded;
}

base::Result<std::string> decode_path(std::string_view raw) {
  if (raw.empty() || raw.front() != '/') {
    return refuse(ErrorKind::invalid, "The address must start with a slash.");
  }
  std::string path;
  path.reserve(raw.size());
  std::size_t at = 0;
  bool ends_with_slash = false;
  while (at < raw.size()) {
    const std::size_t end = std::min(raw.find('/', at + 1), raw.size());
    // An escaped slash could turn one segment into two, after routes were matched.
    auto segment = percent_decode(raw.substr(at + 1, end - at - 1), Plus::itself);
    if (!segment) return tl::make_unexpected(segment.error());
    for (const char c : *segment) {
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '/' || c == '\\') {
        return refuse(ErrorKind::invalid, "The address has a character in it that cannot be used.");
      }
    }
    if (*segment == "..")
      return refuse(ErrorKind::invalid, "The address must not have \"..\" in it.");
    ends_with_slash = segment->empty() || *segment == ".";
    if (!ends_with_slash) path += '/' + *segment;
    at = end;
  }
  if (ends_with_slash) path += '/';
  return path;
}

base::Result<std::string> form_text(std::string text) {
  if (text.find('\0') != std::string::npos) {
    return refuse(ErrorKind::invalid, "The form has a NUL byte in it.");
  }
  if (!is_utf8(text)) return refuse(ErrorKind::invalid, "The form has text that is not UTF-8.");
  std::size_t break_at = text.find("\r\n");
  if (break_at == std::string::npos) return text;
  std::size_t kept = break_at;
  for (std::size_t i = break_at; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    text[kept++] = text[i];
  }
  text.resize(kept);
  return text;
}

base::Result<Form> decode_form(std::string_view text, std::size_t max_fields) {
  Form form;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty()) continue;
    if (form.entries().size() == max_fields) {
      return refuse(ErrorKind::too_large, "The form has more fields than this service takes.");
    }
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = percent_decode(pair.substr(0, equals), Plus::space);
    if (!name) return tl::make_unexpected(name.error());
    auto value = percent_decode(pair.substr(std::min(equals + 1, pair.size())), Plus::space)
                     .and_then(form_text);
    if (!value) return tl::make_unexpected(value.error());
    form.add(std::move(*name), std::move(*value));
  }
  return form;
}

std::string encode_form(const Form& form) {
  std::string text;
  for (const auto& [name, value] : form.entries()) {
    if (!text.empty()) text += '&';
    text += percent_encode(name) + '=' + percent_encode(value);
  }
  return text;
}

}  // namespace throughline::web::http
