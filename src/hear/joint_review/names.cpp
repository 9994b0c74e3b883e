#include "hear/joint_review/names.hpp"

#include "formats/encoding.hpp"
#include "hear/case.hpp"
#include "text/characters.hpp"
#include "text/personal.hpp"

#include <algorithm>

namespace throughline::hear::joint_review {
namespace {

constexpr std::string_view looks_like = "This looks like ";

std::string of_kind(text::PersonalKind kind) {
  if (kind == text::PersonalKind::name || kind == text::PersonalKind::known_name) return "a name";
  return "something that shows who somebody is";
}

// The first few; a long text with many names is told of them as it is mended.
std::string warning(std::string_view words, const std::vector<text::PersonalSpan>& spans) {
  constexpr std::size_t most_told = 3;
  std::string said = std::string(looks_like) + of_kind(spans.front().kind) + ": ";
  for (std::size_t at = 0; at < std::min(spans.size(), most_told); ++at) {
    if (at > 0) said += ", ";
    said += "“" + std::string(words.substr(spans[at].from, spans[at].to - spans[at].from)) + "”";
  }
  return said + ". Take it out, or tick below that it shows nobody";
}

}  // namespace

void check_text(std::vector<base::Problem>& problems, const char* field, const std::string& text,
                std::size_t most, const std::string& missing, Looked looked) {
  if (text::trimmed(text).empty()) {
    if (!missing.empty()) problems.push_back({field, missing});
    return;
  }
  if (!formats::is_utf8(text) || text.find('\0') != std::string::npos || characters(text) > most) {
    problems.push_back({field, "This must be " + std::to_string(most) + " characters or fewer"});
    return;
  }
  if (looked == Looked::yes) return;
  const auto spans = text::find_personal(text, {});
  if (!spans.empty()) problems.push_back({field, warning(text, spans)});
}

bool warns_of_names(const base::Error& error) {
  return std::ranges::any_of(error.problems, [](const base::Problem& problem) {
    return problem.message.starts_with(looks_like);
  });
}

}  // namespace throughline::hear::joint_review
