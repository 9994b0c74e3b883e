#include "formats/plain_text.hpp"

#include "formats/encoding.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <utility>

namespace throughline::formats {
namespace {

using namespace std::literals;

constexpr std::string_view advice =
    "Open the page in a browser and save it as HTML, or copy its text into a text file";

struct Signature {
  std::string_view bytes;
  std::string_view name;
};

constexpr std::array signatures = {
    Signature{"%PDF"sv, "a PDF"sv},
    Signature{"PK\x03\x04"sv, "a Word, Excel or zip file"sv},
    Signature{"\xD0\xCF\x11\xE0"sv, "an older Office file"sv},
    Signature{"{\\rtf"sv, "a rich text file"sv},
    Signature{"\x1F\x8B"sv, "a compressed file"sv},
    Signature{"\x89PNG"sv, "a picture"sv},
    Signature{"\xFF\xD8\xFF"sv, "a picture"sv},
    Signature{"GIF8"sv, "a picture"sv},
    Signature{"SQLite format 3"sv, "a database"sv},
    Signature{"\x7F"
              "ELF"sv,
              "a program"sv},
    Signature{"MZ\x90"sv, "a program"sv},
};

base::Result<std::string> not_text(std::string_view what) {
  return base::refuse(
      base::ErrorKind::unsupported,
      "This is " + std::string(what) + ", which cannot be read. " + std::string(advice));
}

void append_code(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (code >> 18));
    out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

// Unpaired surrogates become U+FFFD, as browsers have it.
std::string utf8_from_utf16(std::string_view bytes, bool little) {
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto low = static_cast<unsigned char>(bytes[little ? at : at + 1]);
    const auto high = static_cast<unsigned char>(bytes[little ? at + 1 : at]);
    return static_cast<char32_t>(high << 8 | low);
  };
  std::string out;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(at);
    if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 &&
        unit(at + 2) < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    } else if (code >= 0xD800 && code < 0xE000) {
      code = 0xFFFD;
    }
    append_code(out, code);
  }
  return out;
}

// English text in UTF-16 without a mark: nearly every other byte is nought.
bool looks_like_utf16(std::string_view bytes, std::size_t noughts_at) {
  const std::size_t looked_at = std::min<std::size_t>(bytes.size(), 4000);
  std::size_t noughts = 0;
  for (std::size_t at = noughts_at; at < looked_at; at += 2) noughts += bytes[at] == '\0';
  return looked_at >= 20 && noughts * 10 > looked_at / 2 * 8;
}

bool has_controls(std::string_view bytes) {
  const auto controls = std::ranges::count_if(bytes, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' &&
           byte != '\v';
  });
  return static_cast<std::size_t>(controls) * 500 > bytes.size();
}

std::string_view without_blanks(std::string_view text) {
  constexpr auto blanks = " \t\r\n\f\v"sv;
  const std::size_t start = text.find_first_not_of(blanks);
  if (start == text.npos) return {};
  return text.substr(start, text.find_last_not_of(blanks) - start + 1);
}

bool is_lower_letter(char c) {
  return c >= 'a' && c <= 'z';
}

bool ends_mid_sentence(std::string_view line) {
  const char last = line.back();
  return line.size() > 40 && (is_lower_letter(last) || last == ',' || last == ';');
}

// The line without its list mark; true when there was one.
std::pair<std::string_view, bool> without_mark(std::string_view line) {
  for (const auto mark : {"•"sv, "◦"sv, "▪"sv, "·"sv, "‣"sv, "- "sv, "* "sv, "– "sv, "o\t"sv}) {
    if (line.starts_with(mark)) return {without_blanks(line.substr(mark.size())), true};
  }
  return {line, false};
}

}  // namespace

base::Result<std::string> text_from_bytes(std::string_view bytes) {
  for (const Signature& signature : signatures) {
    if (bytes.starts_with(signature.bytes)) return not_text(signature.name);
  }
  if (bytes.starts_with("\xFF\xFE")) return utf8_from_utf16(bytes.substr(2), true);
  if (bytes.starts_with("\xFE\xFF")) return utf8_from_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (without_blanks(bytes).empty()) {
    return base::refuse(base::ErrorKind::invalid, "This file is empty");
  }
  if (looks_like_utf16(bytes, 1)) return utf8_from_utf16(bytes, true);
  if (looks_like_utf16(bytes, 0)) return utf8_from_utf16(bytes, false);
  if (has_controls(bytes)) return not_text("not a text file");
  return is_utf8(bytes) ? std::string(bytes) : utf8_from_windows_1252(bytes);
}

bool looks_like_html(std::string_view text) {
  std::string start(without_blanks(text.substr(0, 4000)));
  std::ranges::transform(start, start.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (!start.starts_with('<')) return false;
  for (const auto mark :
       {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<main"sv, "<article"sv, "<div"sv,
        "<h1"sv, "<h2"sv, "<p>"sv, "<p "sv, "<section"sv}) {
    if (start.find(mark) != start.npos) return true;
  }
  return false;
}

Document read_plain_text(std::string_view text) {
  Document document;
  bool blank_before = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\r"), text.size());
    const std::string_view line = without_blanks(text.substr(0, end));
    text.remove_prefix(end);
    if (text.starts_with("\r\n")) text.remove_prefix(1);
    if (!text.empty()) text.remove_prefix(1);
    const auto [words, marked] = without_mark(line);
    if (words.empty()) {
      blank_before = true;
      continue;
    }
    const bool goes_on = !marked && !blank_before && is_lower_letter(words.front()) &&
                         ends_mid_sentence(document.blocks.back().text);
    if (goes_on) {
      document.blocks.back().text += ' ';
      document.blocks.back().text += words;
    } else {
      document.blocks.push_back(
          {marked ? BlockKind::item : BlockKind::line, 0, std::string(words)});
    }
    blank_before = false;
  }
  return document;
}

}  // namespace throughline::formats
