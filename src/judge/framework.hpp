#pragma once

// The assessment framework as data: themes, quality statements, the scale and the rule that turns
// scores into a rating. Frameworks are dated, because names and thresholds change; everything that
// judges is given one. This file knows no inspectorate: what it says is in frameworks/*.yaml.

#include "base/embedded.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::judge {

struct Theme {
  std::string key;   // "leadership"
  std::string name;  // "Leadership"
};

struct Statement {
  std::string key;                        // "learning"
  std::string name;                       // "Learning, improvement and innovation"
  std::string theme;                      // key of its theme
  std::vector<std::string> aliases;       // other names it is published under
  std::string commitment;                 // the "We ..." statement
  std::vector<std::string> expectations;  // the "I ..." statements; none for leadership
};

struct EvidenceCategory {
  std::string key;   // "staff-and-leaders"
  std::string name;  // "Feedback from staff and leaders"
};

struct Level {
  int score = 0;
  std::string label;  // "Evidence shows some shortfalls"
};

struct RatingBand {
  std::string name;  // "Requires improvement"
  int from_sum = 0;  // both ends belong to the band
  int to_sum = 0;
};

struct Framework {
  std::string id;  // "cqc-local-authority-2024"
  std::string title;
  std::string source;
  std::string from;  // first day it applies: "2024-02-23"
  std::vector<Theme> themes;
  std::vector<Statement> statements;  // in the order of the framework
  std::vector<EvidenceCategory> categories;
  std::vector<Level> levels;  // from the lowest
  std::vector<RatingBand> bands;
  int escalate_at = 1;  // a statement scored this or lower is escalated

  [[nodiscard]] const Statement* find(std::string_view key) const;
  // By key, name or alias; case, punctuation and "and"/"&" are forgiven. Null when none.
  [[nodiscard]] const Statement* find_named(std::string_view name) const;
  [[nodiscard]] const Level* level(int score) const;
  [[nodiscard]] const Theme* find_theme(std::string_view key) const;
  [[nodiscard]] int highest_score() const;
  // "2 - Evidence shows some shortfalls", as it is published.
  [[nodiscard]] std::string score_label(int score) const;
};

// Errors: invalid, naming the line of the file and what is missing.
[[nodiscard]] base::Result<Framework> read_framework(std::string_view yaml);

// The frameworks that come with the program; throws when one cannot be read (a bug).
[[nodiscard]] base::EmbeddedFiles embedded_frameworks();
[[nodiscard]] std::vector<Framework> built_in_frameworks();
// The framework that published local authority assessments follow.
[[nodiscard]] Framework local_authority_framework();

struct Rating {
  int sum = 0;
  int percent = 0;
  std::string rating;                 // "Good"
  std::vector<std::string> escalate;  // keys of the statements that were scored lowest
};

// The percentage as it is published: rounded up to a whole number.
// Source: cqc-ratings
[[nodiscard]] int percent_of(const Framework& framework, int sum);
[[nodiscard]] std::string rating_of(const Framework& framework, int sum);

// Rates one score for each statement, in the order of the framework.
// Errors: invalid, naming each score that is missing, not whole or out of range.
[[nodiscard]] base::Result<Rating> rate(const Framework& framework, std::span<const int> scores);
// The same, by key of statement.
[[nodiscard]] base::Result<Rating> rate(const Framework& framework,
                                        const std::map<std::string, int>& scores);

}  // namespace throughline::judge
