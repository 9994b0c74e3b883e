#include "publish/local_account/safe.hpp"

#include "hear/fair_voice/fair_voice.hpp"
#include "stats/suppression.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace throughline::publish::local_account {
namespace {

using Member = std::int64_t Count::*;

std::string in_words(const stats::ShownCount& shown) {
  if (shown.disclosure == stats::Disclosure::few) return "fewer than 5";
  if (shown.disclosure == stats::Disclosure::hidden) return "not shown";
  return std::to_string(shown.rounded);
}

std::vector<stats::ShownCount> protect(const std::vector<Count>& counts, Member side) {
  std::vector<stats::CountCell> cells(1);
  for (const auto& each : counts) {
    cells.push_back({each.*side, 0});
    cells.front().count += each.*side;
  }
  return stats::protect_counts(cells);
}

using Shown = std::vector<stats::ShownCount>;
using stats::PossibleCount;

constexpr std::int64_t most_few = stats::least_shown_count - 1;

PossibleCount possible(const stats::ShownCount& shown) {
  constexpr std::int64_t half = stats::rounding_base / 2;
  if (shown.disclosure == stats::Disclosure::few) return {0, most_few};
  if (shown.disclosure == stats::Disclosure::hidden) return {0, stats::beyond_all};
  return {std::max(stats::least_shown_count, shown.rounded - half), shown.rounded + half};
}

// Of the parts but one; the total stands first.
PossibleCount sum_without(const Shown& table, std::size_t left_out) {
  PossibleCount sum;
  for (std::size_t at = 1; at < table.size(); ++at) {
    if (at == left_out) continue;
    const auto each = possible(table[at]);
    sum.least += each.least;
    sum.most = std::min(stats::beyond_all, sum.most + each.most);
  }
  return sum;
}

// What `beside` says of the total leaves every small number of `table` anything that it could be.
bool keeps_few(const Shown& table, const Shown& beside) {
  const auto said = possible(beside.front());
  const auto parts = sum_without(beside, 0);
  const PossibleCount total{std::max(said.least, parts.least), std::min(said.most, parts.most)};
  for (std::size_t at = 1; at < table.size(); ++at) {
    if (table[at].disclosure != stats::Disclosure::few) continue;
    const auto others = sum_without(table, at);
    if (total.least - others.most > 0 || total.most - others.least < most_few) return false;
  }
  return true;
}

std::int64_t rounded(std::int64_t count) {
  const auto shown = stats::protect_counts({{count, 0}}).front();
  return shown.disclosure == stats::Disclosure::shown ? shown.rounded : 0;
}

// Bars are drawn to the longest.
int bar(std::int64_t count, std::int64_t longest) {
  return count <= 0 || longest <= 0 ? -1 : static_cast<int>(100 * count / longest);
}

}  // namespace

std::vector<Row> safe_parts(const std::string& together, const std::vector<Count>& counts) {
  const auto now = protect(counts, &Count::now);
  const auto before = protect(counts, &Count::before);
  std::int64_t longest = 0;
  for (std::size_t at = 1; at < now.size(); ++at) longest = std::max(longest, now[at].rounded);
  std::vector<Row> rows;
  for (std::size_t at = 0; at < counts.size(); ++at) {
    rows.push_back({counts[at].name,
                    {in_words(now[at + 1]), in_words(before[at + 1])},
                    bar(now[at + 1].rounded, longest),
                    counts[at].source});
  }
  rows.push_back({together, {in_words(now.front()), in_words(before.front())}, -1, ""});
  return rows;
}

bool safe_beside(const std::vector<Count>& one, const std::vector<Count>& other) {
  return std::ranges::all_of(std::array{&Count::now, &Count::before}, [&](Member side) {
    const auto first = protect(one, side);
    const auto second = protect(other, side);
    return keeps_few(first, second) && keeps_few(second, first);
  });
}

std::vector<Row> safe_most(const std::vector<Count>& counts, std::size_t most) {
  auto sorted = counts;
  std::erase_if(sorted, [](const Count& each) { return rounded(each.now) == 0; });
  // By what is shown, so that the order tells no more than the numbers.
  std::ranges::sort(sorted, [](const Count& one, const Count& other) {
    return std::tuple(-rounded(one.now), one.name, one.source) <
           std::tuple(-rounded(other.now), other.name, other.source);
  });
  if (sorted.size() > most) sorted.resize(most);
  std::vector<Row> rows;
  for (const auto& each : sorted) {
    rows.push_back({each.name,
                    {safe_number(each.now), safe_number(each.before)},
                    bar(rounded(each.now), rounded(sorted.front().now)),
                    each.source});
  }
  return rows;
}

std::string safe_number(std::int64_t count) {
  return in_words(stats::protect_counts({{count, 0}}).front());
}

SafeShare safe_share(std::int64_t some, std::int64_t all) {
  if (all < hear::least_voices || some < stats::least_shown_count ||
      all - some < stats::least_shown_count) {
    return {};
  }
  const auto percent = static_cast<int>((200 * some + all) / (2 * all));
  return {percent, std::to_string(percent) + "%"};
}

}  // namespace throughline::publish::local_account
