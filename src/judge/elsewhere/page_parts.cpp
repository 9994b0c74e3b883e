#include "judge/elsewhere/page_parts.hpp"

#include "text/characters.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <array>

namespace throughline::judge::elsewhere {
namespace {

using namespace std::literals;

// Words that make a line a sentence although it lacks its stop.
constexpr std::array verbs = {"was"sv,    "were"sv,  "had"sv,   "has"sv,    "said"sv,   "told"sv,
                              "did"sv,    "could"sv, "would"sv, "heard"sv,  "felt"sv,   "found"sv,
                              "showed"sv, "been"sv,  "have"sv,  "should"sv, "worked"sv, "used"sv};

bool ends_as_prose(std::string_view text) {
  std::string_view rest = text::trimmed(text);
  while (!rest.empty()) {
    const text::Character last = text::character_before(rest, rest.size());
    if (last.code == '.' || last.code == '!' || last.code == '?' || last.code == 0x2026) {
      return true;
    }
    if (!text::is_closing_quote(last.code) && last.code != ')' && last.code != ']') return false;
    rest.remove_suffix(last.length);
  }
  return false;
}

// A short line without an end mark and without a verb, with a paragraph below it.
bool is_heading_by_shape(std::string_view line) {
  if (line.size() > 130 || ends_as_prose(line)) return false;
  const char last = line.back();
  if (last == ':' || last == ';' || last == ',') return false;
  const std::vector<text::Token> tokens = text::tokens_of(line);
  if (tokens.empty() || tokens.size() > 20) return false;
  if (tokens.front().kind == text::TokenKind::word && !tokens.front().capital) return false;
  return std::ranges::none_of(tokens, [](const text::Token& token) {
    return std::ranges::find(verbs, token.folded) != verbs.end();
  });
}

bool belongs(const Line& line) {
  switch (line.kind) {
    case LineKind::title:
    case LineKind::theme:
    case LineKind::downloads:
    case LineKind::noise:
    case LineKind::published:
    case LineKind::findings:
      return false;
    default:
      return true;
  }
}

}  // namespace

bool is_lead_in(const std::string& paragraph) {
  return paragraph.ends_with(':');
}

std::vector<PagePart> parts_of(std::span<const Line> body) {
  std::vector<const Line*> lines;
  for (const Line& line : body) {
    if (line.kind == LineKind::end) break;
    if (belongs(line)) lines.push_back(&line);
  }
  std::vector<PagePart> parts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = *lines[i];
    const bool more = i + 1 < lines.size();
    const bool after_lead_in =
        !parts.empty() && !parts.back().paragraphs.empty() &&
        (is_lead_in(parts.back().paragraphs.back()) || line.block == formats::BlockKind::item);
    const bool heading =
        line.block == formats::BlockKind::heading ||
        (line.block == formats::BlockKind::line && more && !after_lead_in &&
         lines[i + 1]->block == formats::BlockKind::line && is_heading_by_shape(line.text));
    if (heading) {
      parts.push_back({line.text, {}});
    } else {
      if (parts.empty()) parts.emplace_back();
      parts.back().paragraphs.push_back(line.text);
    }
  }
  // A heading with nothing below it, before the end, is of the website.
  while (!parts.empty() && parts.back().paragraphs.empty()) parts.pop_back();
  return parts;
}

std::string cut_off(const std::vector<PagePart>& parts) {
  if (parts.empty() || parts.back().paragraphs.empty()) return {};
  const std::string& last = parts.back().paragraphs.back();
  if (ends_as_prose(last)) return {};
  const std::size_t length = 60;
  std::size_t start = last.size() > length ? last.size() - length : 0;
  start = start == 0 ? 0 : std::min(last.find(' ', start), last.size() - 1);
  return "The page may be cut off: it ends \"" + (start > 0 ? "..." : ""s) + last.substr(start) +
         "\"";
}

}  // namespace throughline::judge::elsewhere
