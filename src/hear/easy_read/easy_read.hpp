#pragma once

// Telling us with pictures: what it is about, the pictures that someone picked, how it made them
// feel, and words if they like. The picks become words of the case, in the first person, before the
// person's own. It asks for nothing but the first choice, and refuses nothing for being short.

#include "hear/kinds.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear {

enum class EasyTopic { happy, sad, idea };

inline constexpr std::array all_easy_topics = {EasyTopic::happy, EasyTopic::sad, EasyTopic::idea};

[[nodiscard]] std::string_view to_text(EasyTopic topic);  // "sad"
[[nodiscard]] std::string_view label(EasyTopic topic);    // "Something bad happened"
[[nodiscard]] std::optional<EasyTopic> easy_topic_from_text(std::string_view text);
// A compliment, a complaint or a suggestion.
[[nodiscard]] Kind kind_of(EasyTopic topic);

// A picture to pick: "late", drawn as "clock", said as "They came late."
struct EasyPick {
  std::string_view text;
  std::string_view picture;
  std::string_view sentence;
};
// The pictures of a topic, in the order in which they are shown.
[[nodiscard]] std::span<const EasyPick> picks_of(EasyTopic topic);
// Whoever picks this must be told at once where to get help.
inline constexpr std::string_view unsafe_pick = "unsafe";

inline constexpr std::size_t most_easy_words_characters = 5'000;

struct EasyRead {
  std::optional<EasyTopic> topic;
  std::vector<std::string> picks;  // of the topic
  int face = 0;                    // 1 to 5; 0: not answered
  std::string own_words;           // may be empty
  bool supporter = false;          // talk to the person who supports them

  [[nodiscard]] bool picked(std::string_view text) const;
};

// "I felt bad.": what a face says. Throws std::out_of_range.
[[nodiscard]] std::string_view feeling_sentence(int face);

// The words of the case: "Something bad happened. They came late. I felt bad." and then, after an
// empty line, the person's own.
// Shape: never empty; picks that are not of the topic are left out.
[[nodiscard]] std::string words_of(const EasyRead& told);

}  // namespace throughline::hear
