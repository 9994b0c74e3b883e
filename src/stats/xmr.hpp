#pragma once

// The XmR chart (individual values and moving range) as NHS England's Making Data Count draws it:
// is a figure doing what it always does, or has something changed? It knows dates and numbers, not
// what they count, and refuses data it would have to guess about (two values for one date, values
// that are not numbers).
//
// docs/statistics.md explains each rule with an example.
// Source: mdc-plotthedots

#include "base/date.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace throughline::stats {

// Which way is better.
enum class Improvement { increase, decrease, neutral };

[[nodiscard]] std::string_view to_text(Improvement improvement);  // "increase"
[[nodiscard]] std::optional<Improvement> improvement_from_text(std::string_view text);

struct Observation {
  base::Date date;
  double value = 0;
};

// Why a point is special cause, in order of precedence: a point that breaks two rules is reported
// under the first.
enum class Rule {
  outside_limits = 1,  // strictly outside the process limits
  trend = 2,           // one of seven points that each rise, or each fall
  two_of_three = 3,    // near a limit, as at least two of three points on one side of the mean
  shift = 4,           // one of seven points on one side of the mean
};

[[nodiscard]] std::string_view to_text(Rule rule);   // "outside_limits"
[[nodiscard]] std::string_view in_words(Rule rule);  // "outside the limits"

enum class Side { low, high };  // below the mean or falling; above the mean or rising

struct Signal {
  Rule rule;
  Side side;
  friend bool operator==(const Signal&, const Signal&) = default;
};

enum class PointType { common_cause, improvement, concern, neutral };  // neutral: no better way

[[nodiscard]] std::string_view to_text(PointType type);   // "common_cause"
[[nodiscard]] std::string_view in_words(PointType type);  // "as usual"

struct Limits {
  double mean = 0;
  double average_moving_range = 0;
  double lower = 0;  // mean - 2.66 average moving ranges
  double upper = 0;
  double near_lower = 0;  // two thirds of the way to the limit
  double near_upper = 0;
};

enum class Screening {
  off,  // every moving range counts, as in the NHS Excel tool
  on,   // moving ranges of 3.267 averages or more are left out once, as in the R package
};

// 1 when `value` is beyond `line` upwards, -1 downwards, 0 when they are equal but for rounding.
[[nodiscard]] int compare(double value, double line);

// Mean and limits of the values in order of date. Nothing for fewer than two, which have no moving
// range.
[[nodiscard]] std::optional<Limits> limits_of(const std::vector<double>& values,
                                              Screening screening);

// The special-cause signals of one run of values, each evaluated against the same limits.
// Shape: one entry a value, in the same order.
[[nodiscard]] std::vector<std::optional<Signal>> signals(const std::vector<double>& values,
                                                         const Limits& limits);

[[nodiscard]] PointType point_type(const std::optional<Signal>& signal, Improvement improvement);

// Limits that rest on fewer points are trial limits: they will move as points come in.
inline constexpr int points_for_settled_limits = 13;

struct XmrOptions {
  Improvement improvement = Improvement::neutral;
  std::optional<double> target{};
  Screening screening = Screening::off;
  // Mean and limits rest on this many points at the start of each segment (at least 2); nothing: on
  // all of them.
  std::optional<int> baseline_points{};
  // A segment begins at the first point on or after each of these dates.
  std::vector<base::Date> rebase{};
};

struct XmrSegment {
  std::size_t first = 0;  // index into Xmr::points
  std::size_t count = 0;
  double mean = 0;
  std::optional<Limits> limits;  // nothing when the baseline is a single point
  bool trial = false;
};

struct XmrPoint {
  Observation observation;
  std::size_t segment = 0;
  std::optional<Signal> signal;
  PointType type = PointType::common_cause;
};

// What the latest point says.
enum class Variation {
  common_cause,
  improvement_high,
  improvement_low,
  concern_high,
  concern_low,
  neutral_high,
  neutral_low,
};

[[nodiscard]] std::string_view to_text(Variation variation);

// What the latest limits say of the target.
enum class Assurance {
  none,  // no target, no direction of improvement, or no limits
  consistently_passes,
  consistently_fails,
  inconsistent,
};

[[nodiscard]] std::string_view to_text(Assurance assurance);

struct Xmr {
  std::vector<XmrPoint> points;      // in order of date
  std::vector<XmrSegment> segments;  // at least one
  Variation variation = Variation::common_cause;
  Assurance assurance = Assurance::none;
  bool trial = false;  // of the latest segment
};

// Draws the chart from observations in any order.
// Errors: invalid, with a Problem for each date that stands twice (row: its place in what was
// given, counted from 1), each value that is not a finite number, each rebase date outside the data
// and a baseline of fewer than two points.
[[nodiscard]] base::Result<Xmr> xmr(std::vector<Observation> observations,
                                    const XmrOptions& options);

}  // namespace throughline::stats
