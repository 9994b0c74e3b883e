#include "judge/carried_sources.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

namespace throughline::judge {
namespace {

// Of the words of two paragraphs together, the share that both have: the Dice coefficient of their
// sets of words, 0 to 1. Above a half they have more in common than apart.
constexpr double mostly_the_same = 0.5;

std::set<std::string> words_of(const std::string& paragraph) {
  std::istringstream stream(paragraph);
  std::set<std::string> words;
  for (std::string word; stream >> word;) words.insert(word);
  return words;
}

double alike(const std::set<std::string>& one, const std::set<std::string>& other) {
  if (one.empty() || other.empty()) return 0;
  const auto shared =
      std::ranges::count_if(one, [&](const std::string& word) { return other.contains(word); });
  return 2.0 * static_cast<double>(shared) / static_cast<double>(one.size() + other.size());
}

struct Origin {
  const FindingParagraph* paragraph;
  std::set<std::string> words;
};

std::vector<Origin> origins_in(const std::vector<FindingSection>& sections) {
  std::vector<Origin> origins;
  for (const FindingSection& section : sections) {
    for (const FindingParagraph& paragraph : section.paragraphs) {
      origins.push_back({&paragraph, words_of(paragraph.words)});
    }
  }
  return origins;
}

void take(std::vector<Origin>& origins, std::vector<Origin>::iterator origin,
          FindingParagraph& paragraph) {
  paragraph.sources = origin->paragraph->sources;
  origins.erase(origin);
}

}  // namespace

void carry_sources(const std::vector<FindingSection>& before, std::vector<FindingSection>& after) {
  auto origins = origins_in(before);
  std::vector<FindingParagraph*> changed;
  for (FindingSection& section : after) {
    for (FindingParagraph& paragraph : section.paragraphs) {
      const auto same = std::ranges::find_if(origins, [&](const Origin& origin) {
        return origin.paragraph->words == paragraph.words;
      });
      if (same == origins.end()) {
        changed.push_back(&paragraph);
      } else {
        take(origins, same, paragraph);
      }
    }
  }
  for (FindingParagraph* paragraph : changed) {
    const auto words = words_of(paragraph->words);
    const auto nearest = std::ranges::max_element(
        origins, {}, [&](const Origin& origin) { return alike(origin.words, words); });
    if (nearest == origins.end() || alike(nearest->words, words) <= mostly_the_same) continue;
    take(origins, nearest, *paragraph);
  }
}

}  // namespace throughline::judge
