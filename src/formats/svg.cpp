#include "formats/svg.hpp"

#include "formats/number.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace throughline::formats::svg {
namespace {

// The width of a letter as a share of the size of the type, by its shape.
double letter_width(unsigned char first) {
  if (first >= 0xF0) return 1.1;  // emoji
  if (first >= 0xE3) return 1.0;  // full-width scripts
  if (first >= 0xC0) return 0.6;  // other letters beyond ASCII
  const char c = static_cast<char>(first);
  if (std::string_view("ijlI.,:;'|!()[]tfr -").find(c) != std::string_view::npos) return 0.34;
  if (std::string_view("mwMW@%").find(c) != std::string_view::npos) return 0.9;
  if (c >= 'A' && c <= 'Z') return 0.68;
  return 0.56;
}

bool continues_letter(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::string_view anchor_name(Anchor anchor) {
  return anchor == Anchor::middle ? "middle" : anchor == Anchor::end ? "end" : "start";
}

// The longest beginning that fits, cut between letters.
std::string fitting(std::string_view words, double size, double width) {
  std::size_t end = words.size();
  while (end > 0 && (text_width(words.substr(0, end), size) > width ||
                     (end < words.size() && continues_letter(words[end]))))
    --end;
  return std::string(words.substr(0, end));
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        // Control characters are not allowed in XML, escaped or not.
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

std::string number(double value) {
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string element(std::string_view name, Attributes attributes, std::string_view content) {
  std::string out = "<" + std::string(name);
  for (const auto& [key, value] : attributes) {
    if (value.empty()) continue;
    out += " " + std::string(key) + "=\"" + escaped(value) + "\"";
  }
  if (content.empty()) return out + "/>";
  return out + ">" + std::string(content) + "</" + std::string(name) + ">";
}

std::string text(double x, double y, std::string_view words, const TextStyle& style) {
  return element("text",
                 {{"x", number(x)},
                  {"y", number(y)},
                  {"font-size", number(style.size)},
                  {"font-weight", style.bold ? "700" : ""},
                  {"fill", std::string(style.fill)},
                  {"text-anchor", std::string(anchor_name(style.anchor))},
                  {"stroke", style.halo ? std::string(colour::white) : ""},
                  {"stroke-width", style.halo ? "4" : ""},
                  {"stroke-linejoin", style.halo ? "round" : ""},
                  {"paint-order", style.halo ? "stroke" : ""}},
                 escaped(words));
}

double text_width(std::string_view words, double size) {
  double width = 0;
  for (const char c : words)
    if (!continues_letter(c)) width += letter_width(static_cast<unsigned char>(c));
  return width * size;
}

std::vector<std::string> wrapped(std::string_view words, double size, double width,
                                 std::size_t most_lines) {
  std::vector<std::string> lines;
  std::string line;
  bool cut = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find_first_of(" \n\t", at), words.size());
    std::string word(words.substr(at, end - at));
    at = end + 1;
    if (word.empty()) continue;
    const std::string joined = line.empty() ? word : line + " " + word;
    if (text_width(joined, size) <= width) {
      line = joined;
      continue;
    }
    if (!line.empty()) lines.push_back(line);
    // A word wider than the line is cut into pieces.
    while (text_width(word, size) > width) {
      const std::string piece = fitting(word, size, width);
      if (piece.empty()) break;
      lines.push_back(piece);
      word.erase(0, piece.size());
    }
    line = word;
  }
  if (!line.empty()) lines.push_back(line);
  if (lines.size() > most_lines) {
    lines.resize(most_lines);
    cut = true;
  }
  if (cut && !lines.empty())
    lines.back() = fitting(lines.back(), size, width - text_width("\u2026", size)) + "\u2026";
  return lines;
}

std::string drawing(const Frame& frame, std::string_view content) {
  const std::string title_id = frame.id + "-title";
  const std::string description_id = frame.id + "-description";
  return element("svg",
                 {{"xmlns", "http://www.w3.org/2000/svg"},
                  {"class", frame.css_class},
                  {"viewBox", "0 0 " + number(frame.width) + " " + number(frame.height)},
                  {"role", std::string(frame.role)},
                  {"aria-labelledby", title_id + " " + description_id},
                  {"focusable", "false"}},
                 element("title", {{"id", title_id}}, escaped(frame.title)) +
                     element("desc", {{"id", description_id}}, escaped(frame.description)) +
                     std::string(content));
}

}  // namespace throughline::formats::svg
