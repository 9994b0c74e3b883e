#pragma once

// The few things that every drawing needs: escaped markup, room for text, colours. Drawings carry
// no style sheet and no style attribute, so that they work under a strict content policy, in print
// and in a word processor.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::formats::svg {

// Every colour of a mark or a line has at least 3:1 contrast on white, text at least 4.5:1.
namespace colour {
inline constexpr std::string_view ink = "#13262a";
inline constexpr std::string_view quiet = "#4a5d60";
inline constexpr std::string_view grid = "#dde5e4";  // decoration: carries no meaning by itself
inline constexpr std::string_view band = "#eff5f4";  // decoration behind the limits
inline constexpr std::string_view white = "#ffffff";
inline constexpr std::string_view usual = "#5f6b6d";
inline constexpr std::string_view better = "#00688f";
inline constexpr std::string_view worse = "#b34a00";
inline constexpr std::string_view unusual = "#490092";
inline constexpr std::string_view target = "#801650";
}  // namespace colour

[[nodiscard]] std::string escaped(std::string_view text);
// At most two decimals: "12.5".
[[nodiscard]] std::string number(double value);

using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

// <name a="b"/>, or with content <name a="b">content</name>. Attribute values are escaped, content
// is markup already.
[[nodiscard]] std::string element(std::string_view name, Attributes attributes,
                                  std::string_view content = {});

enum class Anchor { start, middle, end };

struct TextStyle {
  double size = 14;
  std::string_view fill = colour::ink;
  Anchor anchor = Anchor::start;
  bool bold = false;
  bool halo = false;  // a white edge, for text over lines
};

[[nodiscard]] std::string text(double x, double y, std::string_view words, const TextStyle& style);

// About how wide the words are, in units of the drawing; on the generous side.
[[nodiscard]] double text_width(std::string_view words, double size);
// The words in lines that fit; a last line that would not fit ends in an ellipsis.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view words, double size, double width,
                                               std::size_t most_lines);

struct Frame {
  std::string id;  // unique in the page
  std::string css_class;
  std::string title;
  std::string description;
  double width = 0;
  double height = 0;
  std::string_view role = "img";
};

// The whole drawing: scales to its container, named by its title and description.
[[nodiscard]] std::string drawing(const Frame& frame, std::string_view content);

}  // namespace throughline::formats::svg
