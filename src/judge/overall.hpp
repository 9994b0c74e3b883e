#pragma once

// The overall judgement: what the standing scores come to, explained step by step, and beside it
// any professional judgement that says otherwise. Nothing is rated until every statement is scored.

#include "judge/framework.hpp"
#include "judge/score.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace throughline::judge {

struct RatingOverride {
  int number = 0;
  std::string rating;
  std::string reason;
  std::string decided_at;
  std::string by_name;
  std::string withdrawn_at;  // empty: it stands
  std::string withdrawn_by;
  std::string withdrawn_because;
};

struct Overall {
  std::map<std::string, Score> scores;  // standing, by key of statement
  int statements = 0;
  int sum = 0;
  std::optional<Rating> rating;      // none while a statement has no score
  std::vector<std::string> missing;  // keys of statements without a score
  std::vector<std::string> steps;    // how the rating comes about, in sentences
  std::vector<Score> lowest;         // scores that must be escalated
  std::optional<RatingOverride> override_;

  [[nodiscard]] bool complete() const { return rating.has_value(); }
  [[nodiscard]] int scored() const { return static_cast<int>(scores.size()); }
};

[[nodiscard]] std::vector<std::string> explain(const Framework& framework,
                                               const std::map<std::string, int>& scores);

}  // namespace throughline::judge
