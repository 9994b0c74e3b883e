#pragma once

// The overall rating as pages show it: worked out, explained, and any professional judgement beside
// it. Include in a page's .cpp only.

#include "web/judge/views.hpp"

namespace throughline::web::judging {

struct LowestView {
  std::string statement_name;
  std::string href;
  int score = 0;
  bool escalated = false;
  std::string told;  // "Chief executive, 3 March 2026"
};
BOOST_DESCRIBE_STRUCT(LowestView, (), (statement_name, href, score, escalated, told))

struct OverrideView {
  std::string rating;
  std::string reason;
  std::string at;
  std::string by;
  std::string withdrawn_at;
  std::string withdrawn_by;
  std::string withdrawn_because;
};
BOOST_DESCRIBE_STRUCT(OverrideView, (),
                      (rating, reason, at, by, withdrawn_at, withdrawn_by, withdrawn_because))
[[nodiscard]] OverrideView override_view(const judge::RatingOverride& made);

struct OverallView {
  bool complete = false;
  int scored = 0;
  int statements = 0;
  int sum = 0;
  int percent = 0;
  std::string rating;
  std::vector<std::string> steps;
  std::vector<LowestView> lowest;
  std::optional<OverrideView> judged;
};
BOOST_DESCRIBE_STRUCT(OverallView, (),
                      (complete, scored, statements, sum, percent, rating, steps, lowest, judged))
[[nodiscard]] OverallView overall_view(const judge::Framework& framework,
                                       const judge::Overall& overall);

}  // namespace throughline::web::judging
