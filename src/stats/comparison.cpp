#include "stats/comparison.hpp"

#include "stats/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace throughline::stats {
namespace {

constexpr double least_expected = 5;
constexpr std::int64_t least_ranked = 10;

double two_sided(double z) {
  return std::erfc(std::abs(z) / std::sqrt(2.0));
}

double squared(double value) {
  return value * value;
}

}  // namespace

base::Result<ShareComparison> compare_shares(std::int64_t first, std::int64_t first_total,
                                             std::int64_t second, std::int64_t second_total) {
  const auto before = wilson_interval(first, first_total);
  if (!before) return tl::make_unexpected(before.error());
  const auto after = wilson_interval(second, second_total);
  if (!after) return tl::make_unexpected(after.error());

  ShareComparison compared;
  compared.difference = after->share - before->share;
  compared.lower = compared.difference - std::sqrt(squared(after->share - after->lower) +
                                                   squared(before->upper - before->share));
  compared.upper = compared.difference + std::sqrt(squared(after->upper - after->share) +
                                                   squared(before->share - before->lower));
  const auto n1 = static_cast<double>(first_total);
  const auto n2 = static_cast<double>(second_total);
  const double pooled = static_cast<double>(first + second) / (n1 + n2);
  compared.enough = std::min(n1, n2) * std::min(pooled, 1 - pooled) >= least_expected;
  if (compared.enough) {
    const double error = std::sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
    compared.p = two_sided(compared.difference / error);
  }
  return compared;
}

base::Result<RankComparison> compare_ranks(const std::vector<std::int64_t>& first,
                                           const std::vector<std::int64_t>& second) {
  if (first.size() != second.size()) {
    return base::refuse(base::ErrorKind::invalid, "Both groups must have the same scale");
  }
  const auto negative = [](std::int64_t count) { return count < 0; };
  if (std::ranges::any_of(first, negative) || std::ranges::any_of(second, negative)) {
    return base::refuse(base::ErrorKind::invalid, "A count must not be negative");
  }
  const auto total_first = std::accumulate(first.begin(), first.end(), std::int64_t{0});
  const auto total_second = std::accumulate(second.begin(), second.end(), std::int64_t{0});
  if (total_first == 0 || total_second == 0) {
    return base::refuse(base::ErrorKind::invalid, "A comparison needs answers in both groups");
  }
  const auto n1 = static_cast<double>(total_first);
  const auto n2 = static_cast<double>(total_second);
  const double n = n1 + n2;
  double wins = 0;  // pairs in which the second group's answer stands higher, ties counted half
  double below = 0;
  double ties = 0;
  for (std::size_t at = 0; at < first.size(); ++at) {
    const auto a = static_cast<double>(first[at]);
    const auto b = static_cast<double>(second[at]);
    wins += b * (below + a / 2);
    below += a;
    const double t = a + b;
    ties += t * t * t - t;
  }
  RankComparison compared;
  compared.higher = wins / (n1 * n2);
  const double variance = n1 * n2 / 12 * ((n + 1) - ties / (n * (n - 1)));
  // Everyone gave the same answer: there is no order to test.
  compared.enough = std::min(total_first, total_second) >= least_ranked && variance > 1e-9;
  if (compared.enough) {
    const double away = std::max(0.0, std::abs(wins - n1 * n2 / 2) - 0.5);
    compared.p = two_sided(away / std::sqrt(variance));
  }
  return compared;
}

std::vector<double> holm(const std::vector<double>& p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t at) { return p[at]; });
  std::vector<double> raised(p.size());
  double so_far = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const auto times = static_cast<double>(p.size() - rank);
    so_far = std::max(so_far, std::min(1.0, p[order[rank]] * times));
    raised[order[rank]] = so_far;
  }
  return raised;
}

}  // namespace throughline::stats
