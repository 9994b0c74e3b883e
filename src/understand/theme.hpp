#pragma once

// A theme is what cases are about, in the council's own words: "Waiting", "Charging". One scheme
// serves every kind of case, so that a worry told in passing and a formal complaint about the same
// thing are seen together. People give cases their themes; the program only suggests.

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::understand {

struct Theme {
  std::string ref;                // "THEME-3"
  std::string name;               // "Waiting"
  std::string covers;             // what belongs to it, in a sentence
  std::vector<std::string> cues;  // by which it is suggested: "wait*", "how long"
  bool active = true;             // can be given to cases
  std::string merged_into;        // ref of the theme that took its cases; mostly empty
  std::int64_t version = 1;
};

struct ThemeDescription {
  std::string name;
  std::string covers;
  std::vector<std::string> cues;
  bool active = true;
};

// By form field: name, covers, cues.
[[nodiscard]] std::vector<base::Problem> problems_of(const ThemeDescription& given);

// "wait*, how long" and back: how cues are typed and kept.
[[nodiscard]] std::vector<std::string> cues_from_text(const std::string& text);
[[nodiscard]] std::string cues_text(const std::vector<std::string>& cues);

}  // namespace throughline::understand
