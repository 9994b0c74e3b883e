#include "stats/verdict.hpp"

#include <algorithm>
#include <numeric>
#include <string>

namespace throughline::stats {
namespace {

// A signal this many points old has lapsed: what it showed did not last.
constexpr std::size_t signal_lasts = 7;

std::string points(int count) {
  return std::to_string(count) + (count == 1 ? " point" : " points");
}

std::vector<double> values_of(const std::vector<Observation>& observations) {
  std::vector<double> values;
  for (const auto& observation : observations) values.push_back(observation.value);
  return values;
}

// The date of the point that is `more` after the last, at the usual pace; months when the pace is
// monthly, so that a value for each month's first day is expected on a first day.
std::optional<base::Date> date_after(const std::vector<Observation>& all, base::Date change,
                                     int more) {
  if (all.size() < 2 || more <= 0) return std::nullopt;
  std::vector<int> gaps;
  for (std::size_t i = 1; i < all.size(); ++i)
    gaps.push_back(base::days_between(all[i - 1].date, all[i].date));
  const auto middle = gaps.begin() + static_cast<long>(gaps.size() / 2);
  std::ranges::nth_element(gaps, middle);
  const auto step = [&](base::Date from, int steps) {
    if (*middle >= 28 && *middle <= 31) return base::add_months(from, steps);
    if (*middle >= 89 && *middle <= 92) return base::add_months(from, 3 * steps);
    return base::add_days(from, *middle * steps);
  };
  base::Date last = all.back().date;
  for (int steps = 1; last < change && step(last, 1) < change && steps < 10'000; ++steps)
    last = step(last, 1);
  return step(last, more);
}

struct Latest {
  Signal signal;
  std::size_t points = 0;  // how many of the points after the change carry the same signal's side
  std::size_t age = 0;     // points since; 0: the latest point
};

std::optional<Latest> latest_signal(const std::vector<std::optional<Signal>>& found) {
  for (std::size_t age = 0; age < found.size(); ++age) {
    const auto& signal = found[found.size() - 1 - age];
    if (!signal) continue;
    const auto same = std::ranges::count_if(
        found, [&](const auto& each) { return each && each->side == signal->side; });
    return Latest{*signal, static_cast<std::size_t>(same), age};
  }
  return std::nullopt;
}

void say_too_soon(Verdict& verdict, const std::vector<Observation>& all, base::Date change) {
  verdict.outcome = Outcome::too_soon;
  if (verdict.more_before > 0) {
    verdict.reason =
        "There are not enough figures from before the change: " + points(verdict.points_before) +
        ", and " + std::to_string(verdict.points_before + verdict.more_before) +
        " are needed. Add " + points(verdict.more_before) + " from before it if they exist.";
    return;
  }
  verdict.expected = date_after(all, change, verdict.more_after);
  verdict.reason = "There " +
                   (verdict.points_after == 1 ? std::string("is ") : std::string("are ")) +
                   points(verdict.points_after) + " since the change and nothing unusual among " +
                   (verdict.points_after == 1 ? "it" : "them") + " yet. " +
                   points(verdict.more_after) + " more will tell.";
  if (verdict.points_after == 0)
    verdict.reason =
        "There are no figures since the change yet. " + points(verdict.more_after) + " will tell.";
}

void say_moved(Verdict& verdict, const Latest& latest, Improvement improvement) {
  const bool better = point_type(latest.signal, improvement) == PointType::improvement;
  verdict.outcome = better ? Outcome::improved : Outcome::got_worse;
  verdict.rule = latest.signal.rule;
  verdict.reason = std::string(better ? "Better" : "Worse") +
                   " than before the change: " + std::to_string(latest.points) + " of " +
                   points(verdict.points_after) + " since then " +
                   (latest.points == 1 ? "is" : "are") + " unusually " +
                   (latest.signal.side == Side::high ? "high" : "low") + " (" +
                   std::string(in_words(latest.signal.rule)) + ").";
}

void say_cautions(Verdict& verdict) {
  if (verdict.trial)
    verdict.reason += " The limits are trial limits: they rest on " +
                      points(verdict.points_before) + ", fewer than " +
                      std::to_string(points_for_settled_limits) + ".";
  if (verdict.unsettled)
    verdict.reason +=
        " The figures were already moving before the change, so they are a weaker yardstick.";
}

}  // namespace

base::Result<Verdict> judge_change(std::vector<Observation> observations, base::Date change,
                                   Improvement improvement, const VerdictOptions& options) {
  if (improvement == Improvement::neutral)
    return base::refuse({{"improvement", "Say whether an increase or a decrease is better"}});
  std::vector<Observation> before;
  std::vector<Observation> after;
  if (!observations.empty()) {
    // The chart's own checks: one value a date, real numbers.
    if (auto chart = xmr(observations, {}); !chart) return tl::make_unexpected(chart.error());
    std::ranges::sort(observations, {}, &Observation::date);
    const auto split = std::ranges::lower_bound(observations, change, {}, &Observation::date);
    before.assign(observations.begin(), split);
    after.assign(split, observations.end());
  }

  Verdict verdict;
  verdict.points_before = static_cast<int>(before.size());
  verdict.points_after = static_cast<int>(after.size());
  verdict.more_before = std::max(0, std::max(2, options.least_before) - verdict.points_before);
  verdict.more_after = std::max(0, options.enough_after - verdict.points_after);
  if (verdict.more_before > 0) {
    say_too_soon(verdict, observations, change);
    return verdict;
  }

  const auto earlier = values_of(before);
  const auto later = values_of(after);
  verdict.baseline = limits_of(earlier, options.screening);
  verdict.trial = verdict.points_before < points_for_settled_limits;
  verdict.unsettled = latest_signal(signals(earlier, *verdict.baseline)).has_value();
  if (!later.empty())
    verdict.mean_after =
        std::accumulate(later.begin(), later.end(), 0.0) / static_cast<double>(later.size());
  const auto latest = latest_signal(signals(later, *verdict.baseline));
  if (latest && latest->age < signal_lasts) {
    verdict.more_after = 0;
    say_moved(verdict, *latest, improvement);
  } else if (verdict.more_after > 0) {
    say_too_soon(verdict, observations, change);
  } else {
    verdict.outcome = Outcome::no_change;
    verdict.reason =
        latest ? "There was a signal after the change but it did not last: the latest " +
                     points(static_cast<int>(latest->age)) + " are as they were before it."
               : "Nothing unusual in " + points(verdict.points_after) +
                     " since the change: they vary as they did before it.";
  }
  say_cautions(verdict);
  return verdict;
}

}  // namespace throughline::stats
