#pragma once

// Did a change move a measure? The values before the change set the limits; the values from the
// change on are held against them. It says what happened after the change, never that the change
// was the cause, and refuses to give an answer before the figures can.
//
// docs/statistics.md states the rule and how often it is wrong.
// Source: mdc-plotthedots, wheeler-variation

#include "base/date.hpp"
#include "base/result.hpp"
#include "stats/xmr.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::stats {

enum class Outcome { improved, got_worse, no_change, too_soon };

[[nodiscard]] std::string_view to_text(Outcome outcome);   // "got_worse"
[[nodiscard]] std::string_view in_words(Outcome outcome);  // "got worse"
[[nodiscard]] std::optional<Outcome> outcome_from_text(std::string_view text);

struct VerdictOptions {
  int least_before = 8;  // points; fewer give limits that are wrong too often
  int enough_after = 7;  // points; with fewer, only a signal decides
  Screening screening = Screening::off;
};

struct Verdict {
  Outcome outcome = Outcome::too_soon;
  std::string reason;  // one or two sentences in plain English
  int points_before = 0;
  int points_after = 0;
  int more_before = 0;  // points from before the change that are missing
  int more_after = 0;   // points from after the change still to come
  // About when it will be possible to tell, at the pace of the values so far.
  std::optional<base::Date> expected{};
  std::optional<Rule> rule{};        // that decided
  std::optional<Limits> baseline{};  // nothing when there are too few points before
  std::optional<double> mean_after{};
  bool trial = false;      // the limits rest on fewer than 13 points
  bool unsettled = false;  // the points before the change already held a signal
};

// Judges a series, in any order, against a change. A value dated on the day of the change counts as
// after it.
// Errors: invalid, when the direction is neutral (nothing is better or worse), and for what xmr()
// refuses.
[[nodiscard]] base::Result<Verdict> judge_change(std::vector<Observation> observations,
                                                 base::Date change, Improvement improvement,
                                                 const VerdictOptions& options = {});

}  // namespace throughline::stats
