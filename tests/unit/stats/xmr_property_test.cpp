#include "stats/xmr.hpp"
#include "unit/stats/series.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <rapidcheck/gtest.h>

namespace throughline::stats {
namespace {

std::vector<double> whole_numbers(const std::vector<int>& drawn) {
  return {drawn.begin(), drawn.end()};
}

rc::Gen<std::vector<int>> some_values() {
  return rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-20, 20)));
}

int sign(double x) {
  return x > 0 ? 1 : x < 0 ? -1 : 0;
}

// The four rules read straight from their wording, one window at a time: slow and plain.
std::vector<int> plain_rules(const std::vector<double>& y, const Limits& limits) {
  const auto n = y.size();
  std::vector<int> rule(n, 0);
  const auto side = [&](std::size_t i) { return sign(y[i] - limits.mean); };
  const auto outside = [&](std::size_t i) { return y[i] > limits.upper || y[i] < limits.lower; };
  const auto near = [&](std::size_t i) {
    return !outside(i) && (y[i] > limits.near_upper || y[i] < limits.near_lower);
  };
  for (std::size_t p = 0; p < n; ++p) {
    bool trend = false;
    bool shift = false;
    bool two_of_three = false;
    for (std::size_t first = 0; first + 7 <= n; ++first) {
      if (p < first || p >= first + 7) continue;
      int rises = 0;
      int sides = 0;
      for (std::size_t i = first; i < first + 7; ++i) {
        sides += side(i);
        if (i > first) rises += sign(y[i] - y[i - 1]);
      }
      trend = trend || std::abs(rises) == 6;
      shift = shift || std::abs(sides) == 7;
    }
    for (std::size_t first = 0; first + 3 <= n; ++first) {
      if (p < first || p >= first + 3 || !near(p)) continue;
      const bool one_side = std::abs(side(first) + side(first + 1) + side(first + 2)) == 3;
      two_of_three =
          two_of_three || (one_side && near(first) + near(first + 1) + near(first + 2) >= 2);
    }
    rule[p] = outside(p) ? 1 : trend ? 2 : two_of_three ? 3 : shift ? 4 : 0;
  }
  return rule;
}

std::vector<int> rules(const Xmr& chart) {
  std::vector<int> numbers;
  for (const auto& point : chart.points)
    numbers.push_back(point.signal ? static_cast<int>(point.signal->rule) : 0);
  return numbers;
}

// Against limits that no whole number can equal, the two must agree point by point.
RC_GTEST_PROP(XmrProperty, agrees_with_the_rules_read_word_by_word, ()) {
  const auto values = whole_numbers(*rc::gen::container<std::vector<int>>(rc::gen::inRange(-9, 9)));
  const Limits limits{.mean = *rc::gen::element(0.0, 0.5, -2.0),
                      .average_moving_range = 3,
                      .lower = -7.98,
                      .upper = 7.98,
                      .near_lower = -5.32,
                      .near_upper = 5.32};
  std::vector<int> found;
  for (const auto& signal : signals(values, limits))
    found.push_back(signal ? static_cast<int>(signal->rule) : 0);
  RC_ASSERT(found == plain_rules(values, limits));
}

RC_GTEST_PROP(XmrProperty, does_not_change_when_values_are_scaled_or_moved, ()) {
  const auto values = whole_numbers(*some_values());
  const double scale = *rc::gen::element(0.25, 2.0, 1024.0);
  const double move = *rc::gen::inRange(-1000, 1000);
  auto changed = values;
  for (auto& value : changed) value = value * scale + move;
  const auto before = xmr(monthly(values), {}).value();
  const auto after = xmr(monthly(changed), {}).value();
  RC_ASSERT(rules(before) == rules(after));
}

RC_GTEST_PROP(XmrProperty, mirrors_when_values_and_direction_are_turned_over, ()) {
  const auto values = whole_numbers(*some_values());
  auto mirrored = values;
  for (auto& value : mirrored) value = -value;
  const auto one = xmr(monthly(values), {.improvement = Improvement::increase}).value();
  const auto other = xmr(monthly(mirrored), {.improvement = Improvement::decrease}).value();
  for (std::size_t i = 0; i < values.size(); ++i)
    RC_ASSERT(one.points[i].type == other.points[i].type);
}

RC_GTEST_PROP(XmrProperty, does_not_depend_on_the_order_given, ()) {
  const auto series = monthly(whole_numbers(*some_values()));
  auto reversed = series;
  std::ranges::reverse(reversed);
  RC_ASSERT(rules(*xmr(series, {})) == rules(*xmr(reversed, {})));
}

RC_GTEST_PROP(XmrProperty, never_widens_limits_by_screening, ()) {
  const auto values = whole_numbers(*some_values());
  const auto plain = limits_of(values, Screening::off);
  const auto screened = limits_of(values, Screening::on);
  RC_ASSERT(plain.has_value() == screened.has_value());
  if (plain) RC_ASSERT(screened->average_moving_range <= plain->average_moving_range + 1e-9);
}

}  // namespace
}  // namespace throughline::stats
