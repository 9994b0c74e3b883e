#include "hear/letter/layout.hpp"

namespace throughline::hear::letter {
namespace {

using Kind = Block::Kind;

struct Line {
  Kind kind;
  std::string_view text;
};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

Line read(std::string_view line) {
  if (line.starts_with("## ")) return {Kind::heading, trimmed(line.substr(3))};
  if (line.starts_with("- ")) return {Kind::list, trimmed(line.substr(2))};
  const auto after = line.find_first_not_of("0123456789");
  if (after != std::string_view::npos && after > 0 && after < 4 &&
      line.substr(after).starts_with(". ")) {
    return {Kind::numbered, trimmed(line.substr(after + 2))};
  }
  return {Kind::paragraph, line};
}

}  // namespace

std::vector<Block> layout(std::string_view text) {
  std::vector<Block> blocks;
  bool apart = true;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty()) {
      apart = true;
      continue;
    }
    const Line read_line = read(line);
    const bool goes_on =
        !blocks.empty() && blocks.back().kind == read_line.kind && read_line.kind != Kind::heading;
    // Items of one list may have empty lines between them; paragraphs may not.
    if (goes_on && (!apart || read_line.kind != Kind::paragraph)) {
      blocks.back().lines.emplace_back(read_line.text);
    } else {
      blocks.push_back({read_line.kind, {std::string(read_line.text)}});
    }
    apart = false;
  }
  return blocks;
}

}  // namespace throughline::hear::letter
