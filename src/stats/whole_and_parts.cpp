#include "stats/whole_and_parts.hpp"

#include "stats/count_flow.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <stdexcept>

namespace throughline::stats {
namespace {

constexpr std::int64_t most_few = least_shown_count - 1;
// A small number that is not shown must be able to be this much more than the least that it can be:
// three different numbers.
constexpr std::int64_t least_room = 2;

bool is_small(std::int64_t count) {
  return count > 0 && count < least_shown_count;
}

ColumnLine shown_line(std::int64_t count) {
  return {Disclosure::shown, {count, count}};
}
ColumnLine few_line() {
  return {Disclosure::few, {1, most_few}};
}
ColumnLine hidden_line(std::int64_t least) {
  return {Disclosure::hidden, {least, beyond_all}};
}

std::int64_t sum(const std::vector<std::int64_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

// Whether every few of a column can be anything from 1 to 4, when its total is known and what is
// hidden is known to be no few.
bool keeps_its_few(const std::vector<std::int64_t>& counts, const std::vector<ColumnLine>& lines) {
  std::int64_t rest = 0;
  std::int64_t few = 0;
  std::int64_t hidden = 0;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].disclosure == Disclosure::shown) continue;
    rest += counts[at];
    (lines[at].disclosure == Disclosure::few ? few : hidden) += 1;
  }
  const bool can_be_four = rest - (few - 1) - least_shown_count * hidden >= most_few;
  const bool can_be_one = hidden > 0 || rest - most_few * (few - 1) <= 1;
  return can_be_four && can_be_one;
}

std::optional<std::size_t> smallest_shown(const std::vector<std::int64_t>& counts,
                                          const std::vector<ColumnLine>& lines) {
  std::optional<std::size_t> smallest;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].disclosure != Disclosure::shown || counts[at] == 0) continue;
    if (!smallest || counts[at] < counts[*smallest]) smallest = at;
  }
  return smallest;
}

// When nothing is left to hide beside the few, no line says whether it is one; and if that leaves
// too little room, not even whether it is nothing.
std::vector<ColumnLine> all_hidden(const std::vector<std::int64_t>& counts) {
  const auto total = sum(counts);
  const auto some = std::ranges::count_if(counts, [](auto count) { return count > 0; });
  const bool with_none = total < least_shown_count || total - some < least_room;
  const bool any_none = some < static_cast<std::ptrdiff_t>(counts.size());
  std::vector<ColumnLine> lines;
  for (const auto count : counts) {
    if (count == 0 && !with_none) {
      lines.push_back(shown_line(0));
    } else {
      // Where no line is nothing to be seen, nobody can tell which of the two it was.
      lines.push_back(hidden_line(with_none || !any_none ? 0 : 1));
    }
  }
  return lines;
}

// The table with what is shown of it, on its way.
class Table {
 public:
  Table(const std::vector<std::vector<std::int64_t>>& parts, Total total)
      : parts_(parts), total_(total) {
    for (const auto& row : parts_) whole_.push_back(sum(row));
    shown_.assign(parts_.size(), {});
    for (std::size_t part = 0; part < parts_.front().size(); ++part) {
      std::vector<std::int64_t> column;
      for (const auto& row : parts_) column.push_back(row[part]);
      const auto lines = protect_column(column, total_);
      for (std::size_t line = 0; line < lines.size(); ++line) shown_[line].push_back(lines[line]);
    }
    whole_shown_ = protect_column(whole_, total_);
    // A whole can be hidden for its own column's sake or for its parts', and nobody sees which: so
    // that it is hidden says nothing.
    for (auto& line : whole_shown_) {
      if (line.disclosure == Disclosure::hidden) line = hidden_line(0);
    }
  }

  std::vector<ColumnLine> protect() {
    const auto room = room_without_whole();
    while (const auto line = given_away(room)) {
      const auto hide = next_to_hide(*line);
      if (!hide) break;
      whole_shown_[*hide] = hidden_line(0);
    }
    return whole_shown_;
  }

 private:
  [[nodiscard]] bool is_derived(std::size_t line) const {
    return std::ranges::all_of(
        shown_[line], [](const auto& each) { return each.disclosure == Disclosure::shown; });
  }

  [[nodiscard]] CountFlow flow(const std::vector<ColumnLine>& whole) const {
    CountFlow flow(parts_.size(), parts_.front().size());
    for (std::size_t line = 0; line < parts_.size(); ++line) {
      flow.add_whole(line, whole_[line], whole[line].alone);
      for (std::size_t part = 0; part < parts_[line].size(); ++part) {
        flow.add_part(line, part, parts_[line][part], shown_[line][part].alone);
      }
    }
    for (std::size_t part = 0; part < parts_.front().size(); ++part) {
      std::int64_t column = 0;
      for (const auto& row : parts_) column += row[part];
      flow.add_total(
          part, column,
          total_ == Total::known ? PossibleCount{column, column} : PossibleCount{0, beyond_all});
    }
    return flow;
  }

  // How far each small part can be from what it is, by its own period: what the whole must leave.
  [[nodiscard]] std::vector<std::vector<PossibleCount>> room_without_whole() const {
    const std::vector<ColumnLine> nothing(parts_.size(), hidden_line(0));
    auto alone = flow(nothing);
    std::vector<std::vector<PossibleCount>> room(parts_.size());
    for (std::size_t line = 0; line < parts_.size(); ++line) {
      for (std::size_t part = 0; part < parts_[line].size(); ++part) {
        room[line].push_back(alone.bounds_of_part(line, part, most_few));
      }
    }
    return room;
  }

  [[nodiscard]] static bool has_room(const ColumnLine& shown, std::int64_t count,
                                     const PossibleCount& now, const PossibleCount& alone) {
    if (shown.disclosure == Disclosure::shown || count >= least_shown_count) return true;
    return now.most - now.least >= std::min(least_room, alone.most - alone.least);
  }

  // The line of a small number that could be narrowed down.
  [[nodiscard]] std::optional<std::size_t> given_away(
      const std::vector<std::vector<PossibleCount>>& room) const {
    auto known = flow(whole_shown_);
    for (std::size_t line = 0; line < parts_.size(); ++line) {
      for (std::size_t part = 0; part < parts_[line].size(); ++part) {
        if (shown_[line][part].disclosure == Disclosure::shown) continue;
        if (!has_room(shown_[line][part], parts_[line][part],
                      known.bounds_of_part(line, part, most_few), room[line][part])) {
          return line;
        }
      }
      const bool one_part_alone = !is_derived(line) && is_small(whole_[line]);
      if (one_part_alone && whole_shown_[line].disclosure == Disclosure::few) {
        const auto now = known.bounds_of_whole(line, most_few);
        if (now.most - now.least < least_room) return line;
      }
    }
    return std::nullopt;
  }

  // The whole of that line; or else the smallest that says more than its parts do.
  [[nodiscard]] std::optional<std::size_t> next_to_hide(std::size_t given_away) const {
    const auto can_hide = [&](std::size_t line) {
      return whole_shown_[line].disclosure != Disclosure::hidden && !is_derived(line);
    };
    if (can_hide(given_away)) return given_away;
    std::optional<std::size_t> smallest;
    for (std::size_t line = 0; line < whole_.size(); ++line) {
      if (can_hide(line) && (!smallest || whole_[line] < whole_[*smallest])) smallest = line;
    }
    return smallest;
  }

  const std::vector<std::vector<std::int64_t>>& parts_;
  Total total_;
  std::vector<std::int64_t> whole_;
  std::vector<std::vector<ColumnLine>> shown_;
  std::vector<ColumnLine> whole_shown_;
};

}  // namespace

std::vector<ColumnLine> protect_column(const std::vector<std::int64_t>& counts, Total total) {
  std::vector<ColumnLine> lines;
  bool any_small = false;
  for (const auto count : counts) {
    if (count < 0) throw std::invalid_argument("a count below 0");
    any_small = any_small || is_small(count);
    lines.push_back(is_small(count) ? few_line() : shown_line(count));
  }
  if (total == Total::unknown || !any_small) return lines;
  if (sum(counts) < least_shown_count) return all_hidden(counts);
  while (!keeps_its_few(counts, lines)) {
    const auto hide = smallest_shown(counts, lines);
    if (!hide) return all_hidden(counts);
    lines[*hide] = hidden_line(least_shown_count);
  }
  return lines;
}

std::vector<ColumnLine> protect_whole(const std::vector<std::vector<std::int64_t>>& parts,
                                      Total total) {
  if (parts.empty()) return {};
  for (const auto& row : parts) {
    if (row.size() != parts.front().size()) throw std::invalid_argument("rows differ in length");
  }
  return Table(parts, total).protect();
}

}  // namespace throughline::stats
