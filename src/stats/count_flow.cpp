#include "stats/count_flow.hpp"

#include <algorithm>
#include <deque>

namespace throughline::stats {

// One node where all comes from and goes back to, one for each line and each part.
CountFlow::CountFlow(std::size_t lines, std::size_t parts)
    : lines_(lines),
      parts_(parts),
      from_(1 + lines + parts),
      whole_arcs_(lines),
      part_arcs_(lines, std::vector<std::size_t>(parts)) {}

void CountFlow::add(std::size_t from, std::size_t to, std::int64_t count,
                    const PossibleCount& known) {
  from_[from].push_back(arcs_.size());
  arcs_.push_back({to, known.most - count});
  from_[to].push_back(arcs_.size());
  arcs_.push_back({from, count - known.least});
  counts_.push_back(count);
}

void CountFlow::add_whole(std::size_t line, std::int64_t count, const PossibleCount& known) {
  whole_arcs_[line] = arcs_.size();
  add(0, line_node(line), count, known);
}

void CountFlow::add_part(std::size_t line, std::size_t part, std::int64_t count,
                         const PossibleCount& known) {
  part_arcs_[line][part] = arcs_.size();
  add(line_node(line), part_node(part), count, known);
}

void CountFlow::add_total(std::size_t part, std::int64_t count, const PossibleCount& known) {
  add(part_node(part), 0, count, known);
}

PossibleCount CountFlow::bounds_of_part(std::size_t line, std::size_t part, std::int64_t reach) {
  return bounds_of(part_arcs_[line][part], reach);
}

PossibleCount CountFlow::bounds_of_whole(std::size_t line, std::int64_t reach) {
  return bounds_of(whole_arcs_[line], reach);
}

// More goes through an arc when as much comes back from its end to its beginning by other ways.
PossibleCount CountFlow::bounds_of(std::size_t arc, std::int64_t reach) {
  const auto before = arcs_;
  const auto count = counts_[arc / 2];
  const auto up = std::min(reach, before[arc].room);
  const auto down = std::min(reach, before[arc + 1].room);
  const auto from = before[arc + 1].to;
  const auto to = before[arc].to;
  arcs_[arc].room = 0;
  arcs_[arc + 1].room = 0;
  const auto apart = arcs_;
  const auto more = send(to, from, up);
  arcs_ = apart;
  const auto less = send(from, to, down);
  arcs_ = before;
  return {count - less, count + more};
}

// The most that can be sent by any ways, up to `most`.
std::int64_t CountFlow::send(std::size_t from, std::size_t to, std::int64_t most) {
  std::int64_t sent = 0;
  constexpr auto nowhere = static_cast<std::size_t>(-1);
  while (sent < most) {
    std::vector<std::size_t> came_by(from_.size(), nowhere);
    std::deque<std::size_t> waiting{from};
    while (!waiting.empty() && came_by[to] == nowhere) {
      const auto node = waiting.front();
      waiting.pop_front();
      for (const auto arc : from_[node]) {
        const auto next = arcs_[arc].to;
        if (arcs_[arc].room <= 0 || next == from || came_by[next] != nowhere) continue;
        came_by[next] = arc;
        waiting.push_back(next);
      }
    }
    if (came_by[to] == nowhere) break;
    std::int64_t room = most - sent;
    for (auto node = to; node != from; node = arcs_[came_by[node] ^ 1U].to) {
      room = std::min(room, arcs_[came_by[node]].room);
    }
    for (auto node = to; node != from; node = arcs_[came_by[node] ^ 1U].to) {
      arcs_[came_by[node]].room -= room;
      arcs_[came_by[node] ^ 1U].room += room;
    }
    sent += room;
  }
  return sent;
}

}  // namespace throughline::stats
