#include "stats/suppression.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace throughline::stats {
namespace {

constexpr std::int64_t most_few = least_shown_count - 1;

std::int64_t rounded(std::int64_t count) {
  return (count + rounding_base / 2) / rounding_base * rounding_base;
}

// What one shown count says by itself. `least_hidden` is the least that a hidden one can be.
PossibleCount alone(const ShownCount& shown, std::int64_t least_hidden) {
  switch (shown.disclosure) {
    case Disclosure::few:
      return {0, most_few};
    case Disclosure::hidden:
      return {least_hidden, beyond_all};
    case Disclosure::shown:
      break;
  }
  return {std::max(least_shown_count, shown.rounded - rounding_base / 2),
          shown.rounded + rounding_base / 2};
}

PossibleCount both(const PossibleCount& a, const PossibleCount& b) {
  return {std::max(a.least, b.least), std::min(a.most, b.most)};
}

struct Sums {
  std::int64_t least = 0;
  std::int64_t most = 0;
  bool any = false;
};

std::vector<Sums> sums_of_parts(const std::vector<std::size_t>& part_of,
                                const std::vector<PossibleCount>& possible) {
  std::vector<Sums> sums(part_of.size());
  for (std::size_t cell = 1; cell < part_of.size(); ++cell) {
    auto& whole = sums[part_of[cell]];
    whole.least += possible[cell].least;
    whole.most = std::min(beyond_all, whole.most + possible[cell].most);
    whole.any = true;
  }
  return sums;
}

void check(const std::vector<CountCell>& cells) {
  std::vector<std::int64_t> sums(cells.size(), 0);
  std::vector<bool> has_parts(cells.size(), false);
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    if (cells[cell].count < 0) throw std::invalid_argument("a count below 0");
    if (cell == 0) continue;
    if (cells[cell].part_of >= cell) throw std::invalid_argument("a part before its whole");
    sums[cells[cell].part_of] += cells[cell].count;
    has_parts[cells[cell].part_of] = true;
  }
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    if (has_parts[cell] && sums[cell] != cells[cell].count) {
      throw std::invalid_argument("parts that do not add up to their whole");
    }
  }
}

std::vector<PossibleCount> worked_out(const std::vector<std::size_t>& part_of,
                                      std::vector<PossibleCount> possible) {
  // Upwards: a whole is what its parts add up to. Parts stand after their whole.
  for (std::size_t cell = possible.size(); cell-- > 0;) {
    const auto sums = sums_of_parts(part_of, possible);
    if (sums[cell].any) possible[cell] = both(possible[cell], {sums[cell].least, sums[cell].most});
  }
  // Downwards: a part is its whole without the others. In a tree once up and once down is enough.
  const auto upward = possible;
  for (std::size_t cell = 1; cell < possible.size(); ++cell) {
    const auto whole = part_of[cell];
    std::int64_t others_least = 0;
    std::int64_t others_most = 0;
    for (std::size_t other = 1; other < possible.size(); ++other) {
      if (other == cell || part_of[other] != whole) continue;
      others_least += upward[other].least;
      others_most = std::min(beyond_all, others_most + upward[other].most);
    }
    possible[cell] = both(
        upward[cell],
        {possible[whole].least - others_most,
         possible[whole].most >= beyond_all ? beyond_all : possible[whole].most - others_least});
  }
  return possible;
}

// A table on its way to being shown.
struct Protected {
  std::vector<std::size_t> part_of;
  std::vector<ShownCount> shown;
  std::vector<bool> was_few;  // hidden though it was a few: its being hidden says nothing

  // A few that somebody could narrow down, even one who knows that what was hidden beside it was
  // not a few itself.
  [[nodiscard]] std::optional<std::size_t> first_given_away() const {
    std::vector<PossibleCount> possible;
    for (std::size_t cell = 0; cell < shown.size(); ++cell) {
      possible.push_back(alone(shown[cell], was_few[cell] ? 0 : least_shown_count));
    }
    possible = worked_out(part_of, std::move(possible));
    for (std::size_t cell = 0; cell < shown.size(); ++cell) {
      if (shown[cell].disclosure != Disclosure::few) continue;
      if (possible[cell].least > 0 || possible[cell].most < most_few) return cell;
    }
    return std::nullopt;
  }

  // What to hide so that a few is few again: the smallest beside it, else the whole that it is a
  // part of, and so on upwards; when all that is hidden, the few itself. Chosen by what is shown,
  // never by the count, so that the choice itself tells nothing.
  [[nodiscard]] std::size_t next_to_hide(std::size_t given_away) const {
    for (auto at = given_away; at != 0; at = part_of[at]) {
      std::optional<std::size_t> smallest;
      for (std::size_t cell = 1; cell < shown.size(); ++cell) {
        if (cell == at || part_of[cell] != part_of[at]) continue;
        if (shown[cell].disclosure != Disclosure::shown) continue;
        if (!smallest || shown[cell].rounded < shown[*smallest].rounded) smallest = cell;
      }
      if (smallest) return *smallest;
      if (shown[part_of[at]].disclosure == Disclosure::shown) return part_of[at];
    }
    return given_away;
  }
};

}  // namespace

std::vector<PossibleCount> possible_counts(const std::vector<std::size_t>& part_of,
                                           const std::vector<ShownCount>& shown) {
  std::vector<PossibleCount> possible;
  for (const auto& each : shown) possible.push_back(alone(each, 0));
  return worked_out(part_of, std::move(possible));
}

std::vector<ShownCount> protect_counts(const std::vector<CountCell>& cells) {
  check(cells);
  Protected table;
  for (const auto& cell : cells) {
    table.part_of.push_back(cell.part_of);
    table.shown.push_back(cell.count < least_shown_count
                              ? ShownCount{Disclosure::few, 0}
                              : ShownCount{Disclosure::shown, rounded(cell.count)});
    table.was_few.push_back(false);
  }
  while (const auto given_away = table.first_given_away()) {
    const auto hide = table.next_to_hide(*given_away);
    table.was_few[hide] = table.shown[hide].disclosure == Disclosure::few;
    table.shown[hide] = {Disclosure::hidden, 0};
  }
  return std::move(table.shown);
}

}  // namespace throughline::stats
